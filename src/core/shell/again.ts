import type { CommandLine, OwnLines } from './command';
import { lineFor } from './render';

/** A command that is typed once more, three seconds later, where it fails. */
export function againAfterPause(command: CommandLine): OwnLines {
  const bash = lineFor('bash', command);
  const powershell = lineFor('powershell', command);
  const cmd = lineFor('cmd', command);
  return {
    bash: `${bash} || { sleep 3 && ${bash}; }`,
    'git-bash': `${bash} || { sleep 3 && ${bash}; }`,
    powershell: `${powershell}; if (-not $?) { Start-Sleep 3; ${powershell} }`,
    cmd: `${cmd} || (timeout /t 3 & ${cmd})`,
  };
}
