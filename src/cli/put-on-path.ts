import { lstat, readlink, symlink, unlink } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Text } from '../core/text';

/** The result of trying to put `dkkb` on the PATH, in words. */
export interface Placed {
  readonly found: boolean;
  readonly text: Text;
}

/** Links the command into a folder of the PATH that this user may write; never replaces another program. */
export async function putOnPath(command: string): Promise<Placed> {
  if (process.platform === 'win32') return notPlaced;
  const onPath = new Set((process.env['PATH'] ?? '').split(delimiter));
  const folders = ['/usr/local/bin', join(homedir(), '.local', 'bin'), join(homedir(), 'bin')];
  for (const folder of folders.filter((candidate) => onPath.has(candidate))) {
    const link = join(folder, 'dkkb');
    const result = await place(link, command);
    if (result === 'taken') return taken(link);
    if (result === 'placed') return placed(link);
  }
  return notPlaced;
}

async function place(link: string, command: string): Promise<'placed' | 'taken' | 'denied'> {
  const there = await lstat(link).catch(() => undefined);
  if (there) {
    if (!there.isSymbolicLink()) return 'taken';
    const target = await readlink(link);
    if (target === command) return 'placed';
    // A link to a checkout that was moved or removed is our own and may be replaced.
    if (!target.endsWith('/build/dkkb.mjs')) return 'taken';
  }
  try {
    if (there) await unlink(link);
    await symlink(command, link);
    return 'placed';
  } catch {
    return 'denied';
  }
}

const placed = (link: string): Placed => ({
  found: true,
  text: {
    ko: `이제 어디서나 dkkb 명령을 쓸 수 있습니다 (${link}).`,
    en: `dkkb now works everywhere (${link}).`,
  },
});

const taken = (link: string): Placed => ({
  found: false,
  text: {
    ko: `${link} 자리에 다른 프로그램이 있어 그대로 두었습니다. 이 폴더에서 npx dkkb로 쓰세요.`,
    en: `${link} is another program and was left alone. Use npx dkkb in this folder.`,
  },
});

const notPlaced: Placed = {
  found: false,
  text: {
    ko: 'dkkb를 PATH에 넣지 못했습니다. 이 폴더에서 npx dkkb로 쓰거나, npm link를 한 번 실행하세요.',
    en: 'dkkb could not be put on the PATH. Use npx dkkb in this folder, or run npm link once.',
  },
};
