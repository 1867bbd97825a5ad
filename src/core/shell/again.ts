import type { CommandLine, OwnLines } from './command';
import { inEachShell, lineFor } from './render';

/** A command that is typed once more, three seconds later, where it fails. */
export function againAfterPause(command: CommandLine): OwnLines {
  return inEachShell((shell) => {
    const line = lineFor(shell, command);
    if (shell === 'powershell') return `${line}; if (-not $?) { Start-Sleep 3; ${line} }`;
    if (shell === 'cmd') return `${line} || (timeout /t 3 & ${line})`;
    return `${line} || { sleep 3 && ${line}; }`;
  });
}
