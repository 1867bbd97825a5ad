import { posix } from 'node:path';
import { inFolder } from '../../../core/machine/in-folder';
import { composeFileNames, composeFolder } from '../../model/compose-paths';
import { isTooLarge } from '../../../core/answers/answer';
import type { Files } from '../../../core/machine/files';
import { yamlLimit } from '../../../core/checks/reader-file';
import { textOf } from '../../../core/checks/text';

/** A Compose file of the reader's, and whether it speaks of the exercise's services. */
export interface ReaderComposeFile {
  readonly path: string;
  readonly isAbout: boolean;
}

/** The reader's Compose file for an exercise: in its own folder, the chapter's, or the working folder; one that names the services wins. */
export async function readerComposeFile(
  dir: string,
  wanted: string,
  services: readonly string[],
  files: Pick<Files, 'kind' | 'bytes'>,
): Promise<ReaderComposeFile | undefined> {
  const folders = composeFolders(wanted);
  const names = [
    wanted,
    ...folders.flatMap((at) => composeFileNames.map((n) => posix.join(at, n))),
  ];
  let best: { path: string; score: number } | undefined;
  for (const path of [...new Set(names)].map((name) => inFolder(dir, name))) {
    if ((await files.kind(path)) !== 'file') continue;
    // A file that is too long names no service here. The check that reads it reports its length.
    const text = await files.bytes(path, yamlLimit).then(textOf, emptyIfTooLarge);
    const score = services.filter((service) => text.includes(service)).length;
    if (!best || score > best.score) best = { path, score };
  }
  return best && { path: best.path, isAbout: best.score > 0 };
}

/** The folders in which the Compose file of an exercise may be, in the reader's folder: its own one first. */
export function composeFolders(wanted: string): readonly string[] {
  return [...new Set([posix.dirname(wanted), composeFolder, '.'])];
}

function emptyIfTooLarge(error: unknown): string {
  if (isTooLarge(error)) return '';
  throw error;
}
