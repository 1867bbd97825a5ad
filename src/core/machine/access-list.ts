import { execFile } from 'node:child_process';
import { dirname } from 'node:path';
import { promisify } from 'node:util';

import { Failure, lastLine } from '../failure';
import { commandFailed } from '../problems/program';
import { once } from '../once';

/** Whether this system closes a file by its access list: on Windows its mode closes it to nobody. */
const hasAccessLists = process.platform === 'win32';

/** Milliseconds that a program of Windows may take. */
const timeout = 30_000;
const start = promisify(execFile);

// What is made in a closed folder is closed too.
const closed = new Set<string>();

/** On Windows, closes a folder and what is made in it to everybody but this user. */
export async function closeFolder(folder: string): Promise<void> {
  if (!hasAccessLists) return;
  await icacls(folder, '(OI)(CI)F');
  closed.add(folder);
}

/** On Windows, closes a file to everybody but this user. */
export async function closeFile(file: string): Promise<void> {
  if (hasAccessLists && !closed.has(dirname(file))) await icacls(file, 'F');
}

/** The words with which `icacls` leaves a user alone the rights to a file or a folder. */
export function closingWords(path: string, user: string, rights: string): string[] {
  return [path, '/inheritance:r', '/grant:r', `${user}:${rights}`];
}

async function icacls(path: string, rights: string): Promise<void> {
  const words = closingWords(path, await thisUser(), rights);
  await start('icacls', words, { timeout, windowsHide: true }).catch((error: unknown) => {
    const { stdout = '', stderr = '', message } = error as ExecError;
    const said = lastLine(stderr) || lastLine(stdout) || message;
    throw new Failure(commandFailed({ command: `icacls ${path}`, said }));
  });
}

type ExecError = Error & { readonly stdout?: string; readonly stderr?: string };

const thisUser = once(async () => {
  const asked = start('whoami', ['/user', '/fo', 'csv', '/nh'], { timeout, windowsHide: true });
  const { stdout } = await asked.catch(() => ({ stdout: '' }));
  return userIn(stdout, process.env);
});

/** The user as `icacls` names it: by the number that `whoami` tells, which has no letters that a code page could change. */
export function userIn(told: string, env: NodeJS.ProcessEnv): string {
  const [sid] = /\bS-1-[\d-]{1,180}\b/.exec(told) ?? [];
  if (sid) return `*${sid}`;
  const { USERDOMAIN: domain, USERNAME: name = '' } = env;
  return domain ? `${domain}\\${name}` : name;
}
