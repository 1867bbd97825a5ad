import { commandOf, type OwnLines } from './command';
import { lineFor, wordFor } from './render';

/** Gives a file or a folder another name. */
export function renameLine(from: string, to: string): OwnLines {
  const bash = lineFor('bash', commandOf('mv', from, to));
  return {
    bash,
    'git-bash': bash,
    powershell: lineFor('powershell', commandOf('Move-Item', from, to)),
    cmd: lineFor('cmd', commandOf('move', from, to)),
  };
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
