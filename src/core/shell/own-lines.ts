import { win32 } from 'node:path';

import { commandOf, type CommandLine, type OwnLines } from './command';
import { inEachShell, lineFor, wordFor } from './render';
import type { Shell } from './shells';

/** Gives a file or a folder another name, or another place. */
export function renameLine(from: string, to: string): OwnLines {
  const bash = lineFor('bash', commandOf('mv', plainWord(from), plainWord(to)));
  const isInPlace = win32.dirname(from) === win32.dirname(to);
  // `ren` and `Rename-Item` take a name; cmd reads `/` in a path as the beginning of an option.
  const [cmd, powershell] = isInPlace
    ? (['ren', 'Rename-Item'] as const)
    : (['move', 'Move-Item'] as const);
  const target = isInPlace ? win32.basename(to) : to;
  return {
    bash,
    'git-bash': bash,
    powershell: lineFor('powershell', commandOf(powershell, ...literal(plainWord(from)), target)),
    cmd: lineFor('cmd', commandOf(cmd, from.replaceAll('/', '\\'), target.replaceAll('/', '\\'))),
  };
}

/** Copies a file to another place. */
export function copyLine(from: string, to: string): OwnLines {
  const bash = lineFor('bash', commandOf('cp', plainWord(from), plainWord(to)));
  return {
    bash,
    'git-bash': bash,
    powershell: lineFor('powershell', commandOf('Copy-Item', ...literal(plainWord(from)), to)),
    cmd: lineFor('cmd', commandOf('copy', from.replaceAll('/', '\\'), to.replaceAll('/', '\\'))),
  };
}

/** Copies a folder with all that is in it into the folder in which one is. */
export function copyFolderLine(from: string): OwnLines {
  const bash = lineFor('bash', commandOf('cp', '-r', plainWord(from), '.'));
  const path = from.replaceAll('/', '\\');
  return {
    bash,
    'git-bash': bash,
    powershell: lineFor('powershell', commandOf('Copy-Item', '-Recurse', ...literal(from), '.')),
    cmd: lineFor('cmd', commandOf('xcopy', '/e', '/i', path, win32.basename(path))),
  };
}

/** Goes to the home folder of whoever types. */
export const homeLine: OwnLines = {
  bash: 'cd',
  'git-bash': 'cd',
  powershell: 'cd ~',
  cmd: 'cd /d "%USERPROFILE%"',
};

/** Goes to a folder, on Windows also to one of another drive. */
export function goLine(folder: string): OwnLines {
  const bash = lineFor('bash', commandOf('cd', folder));
  return {
    bash,
    'git-bash': bash,
    powershell: lineFor('powershell', commandOf('cd', ...literal(folder))),
    cmd: lineFor('cmd', commandOf('cd', '/d', folder)),
  };
}

/** Gives variables of a shell's environment their values. */
export function setLine(values: Readonly<Record<string, string>>): OwnLines {
  const each = (shell: Shell, form: (name: string, word: string) => string) =>
    Object.entries(values).map(([name, value]) => form(name, wordFor(shell, value)));
  const bash = `export ${each('bash', (name, word) => `${name}=${word}`).join(' ')}`;
  return {
    bash,
    'git-bash': bash,
    powershell: each('powershell', (name, word) => `$env:${name} = ${quotedWord(word)}`).join('; '),
    cmd: Object.entries(values)
      .map(([name, value]) => `set "${name}=${value}"`)
      .join(' & '),
  };
}

/** In an assignment of PowerShell a plain word, too, stands in quotes. */
const quotedWord = (word: string) => (word.startsWith("'") ? word : `'${word}'`);

/** Hands what one command prints to another; every shell writes that alike. */
export function pipeLine(from: CommandLine, to: CommandLine): OwnLines {
  return inEachShell((shell) => `${lineFor(shell, from)} | ${lineFor(shell, to)}`);
}

/** Tells the time in UTC; cmd has no command for it. */
export const utcLine: OwnLines = {
  bash: 'date -u',
  'git-bash': 'date -u',
  powershell: '(Get-Date).ToUniversalTime()',
  cmd: 'powershell -Command "(Get-Date).ToUniversalTime()"',
};

/** Lists the running programs of a name. */
export function processLine(name: string): OwnLines {
  return {
    bash: `ps -ef | grep ${wordFor('bash', name)}`,
    'git-bash': `tasklist //fi "imagename eq ${name}.exe"`,
    powershell: `Get-Process ${wordFor('powershell', name)}`,
    cmd: `tasklist /fi "imagename eq ${name}.exe"`,
  };
}

/** Ends a running program by its number. */
export function endLine(pid: string): OwnLines {
  return {
    bash: `kill ${wordFor('bash', pid)}`,
    'git-bash': `taskkill //f //pid ${wordFor('git-bash', pid)}`,
    powershell: `Stop-Process -Force -Id ${wordFor('powershell', pid)}`,
    cmd: `taskkill /f /pid ${wordFor('cmd', pid)}`,
  };
}

/** Asks for a page by curl; PowerShell 5.1 has another command of that name. */
export function curlLine(...words: readonly string[]): OwnLines {
  return inEachShell((shell) =>
    lineFor(shell, commandOf(shell === 'powershell' ? 'curl.exe' : 'curl', ...words)),
  );
}

/** A path that no program takes for an option. */
function plainWord(path: string): string {
  return path.startsWith('-') ? `./${path}` : path;
}

/** PowerShell reads brackets in a path as a pattern. */
function literal(path: string): readonly string[] {
  return /[[\]]/.test(path) ? ['-LiteralPath', path] : [path];
}

/** Makes a shell forget a variable of its environment. */
export function unsetLine(name: string): OwnLines {
  const bash = `unset ${name}`;
  return {
    bash,
    'git-bash': bash,
    powershell: `Remove-Item Env:${name}`,
    cmd: `set ${name}=`,
  };
}

/** Closes a file to everybody but its owner: by its mode, on Windows by its access list. */
export function closeLine(file: string): OwnLines {
  const bash = lineFor('bash', commandOf('chmod', '600', file));
  return {
    bash,
    'git-bash': `icacls ${wordFor('git-bash', file)} //inheritance:r //grant:r "$USERNAME:F"`,
    powershell: `icacls ${wordFor('powershell', file)} /inheritance:r /grant:r "\${env:USERNAME}:F"`,
    cmd: `icacls ${wordFor('cmd', file)} /inheritance:r /grant:r "%USERNAME%:F"`,
  };
}

/** Puts the user into the group that may talk to the engine; only an administrator may do it. */
export const joinDockerUsers: OwnLines = {
  bash: 'sudo usermod -aG docker "$USER"',
  'git-bash': 'net localgroup docker-users "$USERNAME" //add',
  powershell: 'net localgroup docker-users $env:USERNAME /add',
  cmd: 'net localgroup docker-users "%USERNAME%" /add',
};

/** Starts the agent that keeps keys unlocked; on Windows it is a service that is switched off, and only an administrator may change that. */
export const startAgentLine: OwnLines = {
  bash: 'eval "$(ssh-agent)"',
  'git-bash': 'eval "$(ssh-agent)"',
  powershell: 'Set-Service ssh-agent -StartupType Manual; Start-Service ssh-agent',
  cmd: 'sc config ssh-agent start= demand && sc start ssh-agent',
};
