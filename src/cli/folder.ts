import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { UsageError } from './usage-error';

/** The folder of the reader's files: that of `--dir`, or the working folder; throws a UsageError when it does not exist. */
export function folderOf({ dir = '.' }: { readonly dir?: string }): string {
  const folder = resolve(dir);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return folder;
  throw new UsageError({
    ko: `\`${folder}\` 폴더가 없습니다. --dir에는 이미 있는 폴더를 씁니다.`,
    en: `There is no folder \`${folder}\`. Name one that exists with --dir.`,
  });
}
