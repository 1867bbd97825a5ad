import { workingFolder, type Command, type CommandLine, type OwnLines } from './command';
import { quote } from './posix';
import type { Shell } from './shells';

/** How a shell writes a word that it must not change, and the folder in which it is. */
interface Writing {
  /** A word that this shell does not change as it is. */
  readonly plain: RegExp;
  quote(word: string): string;
  /** A word of which `rest` comes after the folder that the shell is in. */
  inFolder(rest: string): string;
  /** What a line needs before its first word. */
  before(words: readonly string[]): string;
}

const nothing = () => '';
/** Matches no word: quoting leaves plain words as they are. */
const quotedByItself = /(?!)/;

const writings: Readonly<Record<Shell, Writing>> = {
  bash: {
    plain: quotedByItself,
    quote,
    inFolder: (rest) => `"${workingFolder}${rest}"`,
    before: nothing,
  },
  powershell: {
    // A comma makes a list, and `@`, `$`, `;`, `(` and `{` mean something.
    plain: /^[\p{L}\p{N}_%+=:./\\-]+$/u,
    quote: (word) => `'${word.replaceAll("'", "''")}'`,
    inFolder: (rest) => `"\${PWD}${ownPath(rest)}"`,
    before: nothing,
  },
  cmd: {
    plain: /^[\p{L}\p{N}_@+=:,./\\{}$'-]+$/u,
    quote: (word) => `"${word.replaceAll('"', '\\"')}"`,
    inFolder: (rest) => `"%cd%${ownPath(rest)}"`,
    before: nothing,
  },
  'git-bash': {
    plain: quotedByItself,
    quote,
    inFolder: (rest) => `"$(pwd -W)${rest}"`,
    // Git Bash rewrites what looks like a path of its own, also one inside a container.
    before: (words) =>
      words.some((word) => /(?:^|[:=])\//.test(word)) ? 'MSYS_NO_PATHCONV=1 ' : '',
  },
};

/** A path of Windows at the beginning of a mount such as `/folder:/target`. */
function ownPath(rest: string): string {
  const [path = '', ...others] = rest.split(':');
  return [path.replaceAll('/', '\\'), ...others].join(':');
}

/** A word as it is typed in a shell. */
export function wordFor(shell: Shell, word: string): string {
  const { plain, quote, inFolder } = writings[shell];
  const rest = word.startsWith(workingFolder) ? word.slice(workingFolder.length) : undefined;
  if (rest !== undefined && /^[^"$`\\!%]*$/.test(rest)) return inFolder(rest);
  return plain.test(word) ? word : quote(word);
}

/** A command as the line that is typed in a shell. */
export function lineFor(shell: Shell, command: Command): string {
  if (typeof command === 'string') return command;
  if (isLine(command)) {
    const { words } = command;
    return writings[shell].before(words) + words.map((word) => wordFor(shell, word)).join(' ');
  }
  return command[shell];
}

/** A line for every shell, by one writer. */
export function inEachShell(line: (shell: Shell) => string): OwnLines {
  return {
    bash: line('bash'),
    'git-bash': line('git-bash'),
    powershell: line('powershell'),
    cmd: line('cmd'),
  };
}

/** Whether a command is given by its words. */
export function isLine(command: object): command is CommandLine {
  return 'words' in command;
}
