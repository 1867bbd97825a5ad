import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { workElsewhere } from '../core/system';
import { UsageError } from './usage-error';

/** The folder of the reader's files: that of `--dir`, or the working folder; throws a UsageError when it does not exist. */
export function folderOf({ dir = '.' }: { readonly dir?: string }): string {
  const folder = resolve(withoutQuote(dir));
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    if (folder !== process.cwd()) workElsewhere(folder);
    return folder;
  }
  throw new UsageError({
    ko: `\`${folder}\` 폴더가 없습니다. --dir에는 이미 있는 폴더를 씁니다.`,
    en: `There is no folder \`${folder}\`. Name one that exists with --dir.`,
  });
}

/** Windows takes `\"` at the end of a quoted folder for a quote that belongs to its name. */
function withoutQuote(dir: string): string {
  return process.platform === 'win32' ? dir.replace(/"\s*$/, '') : dir;
}
