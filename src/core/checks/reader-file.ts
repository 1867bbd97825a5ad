import { extname, join } from 'node:path';
import { distance } from 'fastest-levenshtein';
import type { MachineContext } from '../check';
import type { Problem } from '../problem';
import { isTooLarge } from '../answers/answer';
import { fileEmpty, fileIsFolder, fileMissing, fileTooLarge } from '../problems/file';

/** How many bytes of a YAML file are read: the files of the book have less than a tenth of that. */
export const yamlLimit = 32 * 1_024;

/** What is wrong with a file of the reader's folder before its content is looked at: missing, a folder, or empty; `others` are never taken for a typing error of the name. */
export async function fileProblem(
  { dir, files }: Pick<MachineContext, 'dir' | 'files'>,
  file: string,
  others: readonly string[] = [],
): Promise<Problem | undefined> {
  const path = join(dir, file);
  switch (await files.kind(path)) {
    case 'missing': {
      const similar = await similarName({ dir, files }, file, others);
      return fileMissing({ file, dir, similar });
    }
    case 'folder':
      return fileIsFolder({ file, dir });
    default:
      return (await files.bytes(path)).length === 0 ? fileEmpty({ file, dir }) : undefined;
  }
}

/** The text of a YAML file of the reader's, or what is wrong with it before it is parsed. */
export async function yamlOf(
  { dir, files }: Pick<MachineContext, 'dir' | 'files'>,
  file: string,
): Promise<string | Problem> {
  try {
    return textOf(await files.bytes(join(dir, file), yamlLimit));
  } catch (error) {
    if (!isTooLarge(error)) throw error;
    return fileTooLarge({ file, dir, limit: error.values['limit'] ?? '' });
  }
}

/** A file in the same folder whose name looks like a slip in the wanted name: `index.htm`, `Index.html`, `Dockerfile.txt`. */
async function similarName(
  { dir, files }: Pick<MachineContext, 'dir' | 'files'>,
  file: string,
  others: readonly string[],
): Promise<string> {
  const parts = file.split('/');
  const name = parts.pop() ?? '';
  const names = await files.names(join(dir, ...parts));
  const found = names.find(
    (other) =>
      !others.includes([...parts, other].join('/')) &&
      (distance(other.toLowerCase(), name.toLowerCase()) <= 2 ||
        other.toLowerCase() === `${name.toLowerCase()}.txt`),
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

/** A file's content as text, also in the UTF-16 that `>` of Windows PowerShell writes. */
export function textOf(content: Buffer): string {
  const isUtf16 = content[0] === 0xff && content[1] === 0xfe;
  return content.toString(isUtf16 ? 'utf16le' : 'utf8').replace(/^\uFEFF/, '');
}
