import { stat } from 'node:fs/promises';
import { userInfo } from 'node:os';

import type { Run } from '../../core/machine/process';

/** Who besides its owner can read a file of this computer, as far as the system tells: empty for nobody. */
export async function othersWhoRead(file: string, run: Run): Promise<string> {
  if (process.platform !== 'win32') return othersByMode((await stat(file)).mode);
  // Its messages are translated; the names of the accounts that matter are not.
  const { code, stdout } = await run('icacls', [file], { limit: 64 * 1_024 });
  return code === 0 ? othersInList(stdout, file, userInfo().username).join(', ') : '';
}

/** Who besides the owner may do something with a file, by its mode. */
export function othersByMode(mode: number): string {
  const bits = mode & 0o077;
  return bits === 0 ? '' : `${(mode & 0o777).toString(8).padStart(3, '0')}`;
}

/** Accounts that OpenSSH for Windows allows beside the owner. */
const allowed = /^(?:NT AUTHORITY\\SYSTEM|BUILTIN\\Administrators|S-1-5-18|S-1-5-32-544)$/i;

/** The accounts in the answer of `icacls` that may read a file and should not. */
export function othersInList(answer: string, file: string, user: string): string[] {
  const lines = answer.split(/\r?\n/).slice(0, 100);
  return lines
    .map((line) => (line.startsWith(file) ? line.slice(file.length) : line).trim())
    .flatMap((line) => /^(.{1,256}?):((?:\([A-Z,]{1,60}\))+)$/.exec(line)?.slice(1) ?? [])
    .flatMap((part, at, parts) => (at % 2 === 0 ? [[part, parts[at + 1] ?? ''] as const] : []))
    .filter(([, rights]) => !rights.startsWith('(DENY)') && !rights.startsWith('(N)'))
    .map(([account]) => account)
    .filter((account) => !allowed.test(account) && !isUser(account, user));
}

function isUser(account: string, user: string): boolean {
  const name = account.split('\\').at(-1) ?? '';
  return name.toLowerCase() === user.toLowerCase();
}
