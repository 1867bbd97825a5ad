import { readFileSync } from 'node:fs';

import { isShell, type Shell } from './shells';

/** What tells in which shell the reader types. */
export interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
  /** The names of the programs that started this one, the nearest first. */
  parents(): readonly string[];
}

let known: Shell | undefined;

/** The shell in which the reader types: the one that DKKB_SHELL names, else the one that started this program. */
export function readersShell(): Shell {
  return (known ??= shellIn({ platform: process.platform, env: process.env, parents }));
}

/** Takes a shell that was named on the command line. */
export function typeIn(shell: Shell): void {
  known = shell;
}

/** The shell that the surroundings of a program tell. */
export function shellIn({ platform, env, parents: parentsOf }: Surroundings): Shell {
  const named = env['DKKB_SHELL'] ?? '';
  if (isShell(named)) return named;
  if (platform !== 'win32')
    return parentsOf().some((name) => /^(?:pwsh|powershell)/i.test(name)) ? 'powershell' : 'bash';
  if (env['MSYSTEM']) return 'git-bash';
  return isFromPowerShell(env) ? 'powershell' : 'cmd';
}

/** PowerShell adds a folder of its user's modules; what cmd hands on has only those of the system. */
function isFromPowerShell(env: NodeJS.ProcessEnv): boolean {
  const ofSystem = [env['ProgramFiles'] ?? 'C:\\Program Files', env['SystemRoot'] ?? 'C:\\Windows'];
  const folders = (env['PSModulePath'] ?? '').toLowerCase().split(';');
  return folders.some(
    (one) =>
      /\\(?:windows)?powershell\\modules\\?$/.test(one) &&
      !ofSystem.some((folder) => one.startsWith(folder.toLowerCase())),
  );
}

/** The programs up to the nearest shell, as the kernel of Linux tells them; npm and npx stand between. */
function parents(): readonly string[] {
  const names: string[] = [];
  for (let pid = process.ppid; pid > 1 && names.length < mostParents;) {
    const status = readOrEmpty(`/proc/${pid}/status`);
    const name = /^Name:\t(.*)$/m.exec(status)?.[1] ?? '';
    names.push(name);
    if (/^(?:ba|z|da|fi|k)?sh$|^pwsh/.test(name) && !isNpms(names)) break;
    pid = Number(/^PPid:\t(\d+)$/m.exec(status)?.[1] ?? 0);
  }
  return names;
}

const mostParents = 8;

/** npm starts a program by way of `sh`; the reader's shell comes after npm's own process. */
function isNpms(names: readonly string[]): boolean {
  return names.length === 1 && process.env['npm_execpath'] !== undefined;
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
