import { extname, posix } from 'node:path';
import { inFolder } from '../machine/in-folder';
import type { MachineContext } from '../check';
import type { Problem } from '../problem';
import { isTooLarge } from '../answers/answer';
import { fileEmpty, fileIsFolder, fileEncoding, fileTooLarge } from '../problems/file';
import { fileMissing, linkBroken } from '../problems/file-name';
import { placeOf } from './elsewhere';
import { similarIn } from './similar-name';
import { decoded, hasNul, textOf } from './text';

/** How many bytes of a YAML file are read: the files of the book have less than a tenth of that. */
export const yamlLimit = 32 * 1_024;

/** What is wrong with a file of the reader's folder before its content is looked at: missing, a folder, or empty; `others` are never taken for a typing error of the name. */
export async function fileProblem(
  { dir, files }: Pick<MachineContext, 'dir' | 'files'>,
  file: string,
  others: readonly string[] = [],
): Promise<Problem | undefined> {
  const path = inFolder(dir, file);
  switch (await files.kind(path)) {
    case 'missing': {
      const similar = await similarName({ dir, files }, file, others);
      const place = similar ? {} : await placeOf({ dir, files }, file);
      return fileMissing({ file, dir, similar, ...place });
    }
    case 'folder':
      return fileIsFolder({ file, dir });
    case 'broken-link':
      return linkBroken({ file, dir });
    default:
      return (await files.bytes(path)).length === 0 ? fileEmpty({ file, dir }) : undefined;
  }
}

/** The text of a YAML file of the reader's, or what is wrong with it before it is parsed; kubectl takes letters that are no UTF-8, Compose does not. */
export async function yamlOf(
  { dir, files }: Pick<MachineContext, 'dir' | 'files'>,
  file: string,
  needs: 'utf-8' | 'no-nul',
): Promise<string | Problem> {
  try {
    const content = await files.bytes(inFolder(dir, file), yamlLimit);
    const text = decoded(content);
    const isRead = text !== undefined || (needs === 'no-nul' && !hasNul(content));
    return isRead ? (text ?? textOf(content)) : fileEncoding({ file, dir });
  } catch (error) {
    if (!isTooLarge(error)) throw error;
    return fileTooLarge({ file, dir, limit: error.values['limit'] ?? '' });
  }
}

/** A file in the same folder whose name looks like a slip in the wanted name: `index.htm`, `Index.html`, `Dockerfile.txt`; empty where there is none. */
export async function similarName(
  { dir, files }: Pick<MachineContext, 'dir' | 'files'>,
  file: string,
  others: readonly string[] = [],
): Promise<string> {
  const parts = file.split('/');
  const name = parts.pop() ?? '';
  const names = await files.names(inFolder(dir, ...parts));
  const found = similarIn(
    names,
    name,
    others.map((other) => posix.basename(other)),
  );
  return found === undefined ? '' : [...parts, found].join('/');
}

/** How many pages of a folder are looked at: a reader has a few, and each is read as a whole. */
const mostPages = 20;

/** The names of the pages in a folder: `index.html` first, then others. */
export async function pagesIn(
  { files }: Pick<MachineContext, 'files'>,
  folder: string,
): Promise<string[]> {
  const names = (await files.names(folder)).filter((name) => /^\.html?$/i.test(extname(name)));
  const sorted = names.sort((a, b) => Number(b === 'index.html') - Number(a === 'index.html'));
  return sorted.slice(0, mostPages);
}

/** Whether two texts are the same but for their line endings. */
export function sameButForLineEndings(one: string, other: string): boolean {
  const plain = (text: string) => text.replaceAll('\r\n', '\n').trimEnd();
  return plain(one) === plain(other);
}

/** How much of a page is read. */
const readLimit = 200_000;

/** Whether the body of an answer is a text, or the beginning of it as far as bodies are read; an empty text is never shown. */
export function isShownBy(body: string, text: string): boolean {
  if (text === '') return false;
  return body === text || (body.length > readLimit && text.startsWith(body));
}
