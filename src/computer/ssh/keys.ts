import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

import { keyKindIn, sshFolder, type KeyKind } from '../../core/ssh/key-file';

/** A file of this computer that is a key, or has the name of one. */
export interface KeyFile {
  readonly file: string;
  readonly kind: KeyKind;
}

const mostFiles = 200;

/** The keys of the user's folder of SSH, the `.pem` and `.ppk` files of a folder, and files that are named. */
export async function keyFiles(
  dir: string,
  named: readonly string[] = [],
): Promise<readonly KeyFile[]> {
  const beside = (await namesIn(dir)).filter((name) => hasKeyName(name));
  const own = (await namesIn(sshFolder())).filter((name) => !/^known_hosts/.test(name));
  const files = [
    ...beside.map((name) => join(dir, name)),
    ...named,
    ...own.map((name) => join(sshFolder(), name)),
  ];
  return [...new Set(files)].slice(0, mostFiles).flatMap((file) => {
    const kind = keyKindIn(file);
    return kind === undefined || (kind === 'broken' && !isNamedKey(file)) ? [] : [{ file, kind }];
  });
}

/** Whether ssh can use it, perhaps after a passphrase. */
export function isUsable({ kind }: KeyFile): boolean {
  return kind === 'openssh' || kind === 'locked';
}

const hasKeyName = (name: string) => /\.(?:pem|ppk)$/i.test(name);
const isNamedKey = (file: string) => hasKeyName(file) || /[\\/]id_\w+(?:\.pub)?$/.test(file);

async function namesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.sort().slice(0, mostFiles);
}
