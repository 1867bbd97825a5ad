import type { Command, OwnLines } from './command';
import { lineFor } from './render';

/** Gives variables the words that a command prints in one line, and takes another variable away. */
export function variablesFrom(
  command: Command,
  names: readonly string[],
  unset: string,
): readonly [OwnLines, OwnLines] {
  const [all, keep] = [names.join(' '), `export ${names.join(' ')}; unset ${unset}`];
  const posix = (line: string) => `read -r ${all} <<<"$(${line})"`;
  const read: OwnLines = {
    bash: posix(lineFor('bash', command)),
    // A program of Windows ends its line with CRLF.
    'git-bash': posix(`${lineFor('git-bash', command)} | tr -d '\\r'`),
    powershell: `${names.map((name) => `$env:${name}`).join(', ')} = (${lineFor('powershell', command)}) -split '\\s+'`,
    cmd: inCmd(lineFor('cmd', command), names),
  };
  const powershell = `Remove-Item Env:${unset} -ErrorAction Ignore`;
  return [read, { bash: keep, 'git-bash': keep, powershell, cmd: `set ${unset}=` }];
}

/** `for /f` gives the words of a line to `%a`, `%b` and so on. */
function inCmd(line: string, names: readonly string[]): string {
  const letters = 'abcdefghij';
  const sets = names.map((name, at) => `set "${name}=%${letters[at] ?? ''}"`);
  return `for /f "tokens=1-${names.length}" %a in ('${line}') do @(${sets.join(' & ')})`;
}
