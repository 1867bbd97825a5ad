import { visible } from './answers/visible';

/** What is printed: a program that was started, or a question to an engine, a cluster or a page. */
export type TraceKind = 'program' | 'engine' | 'cluster' | 'page';

/** Whether each program and each question is printed, as `--verbose` or DKKB_DEBUG=1 asks for. */
export function isVerbose(): boolean {
  return !['', '0'].includes(process.env['DKKB_DEBUG'] ?? '');
}

/** Prints each program and each question from now on. */
export function beVerbose(): void {
  process.env['DKKB_DEBUG'] = '1';
}

/** Does work, and with `--verbose` prints on standard error what it was, how long it took and how it ended. */
export async function trace<T>(
  kind: TraceKind,
  words: readonly string[],
  work: () => Promise<T>,
  endOf: (result: T) => string = () => 'done',
): Promise<T> {
  if (!isVerbose()) return work();
  const start = performance.now();
  try {
    const result = await work();
    tell(kind, words, start, endOf(result));
    return result;
  } catch (error) {
    tell(kind, words, start, error instanceof Error ? `failed: ${error.message}` : 'failed');
    throw error;
  }
}

/** Prints a program that runs beside the work, such as a connection, once it has ended. */
export function traceChild(
  words: readonly string[],
  child: Pick<NodeJS.EventEmitter, 'once'>,
): void {
  if (!isVerbose()) return;
  const start = performance.now();
  child.once('exit', (code: number | null, signal: string | null) =>
    tell('program', words, start, code === null ? `ended by ${signal ?? '-'}` : `exit ${code}`),
  );
}

function tell(kind: TraceKind, words: readonly string[], start: number, end: string): void {
  const time = `${Math.round(performance.now() - start)} ms`;
  const [shownEnd, ...shown] = masked([end, ...words]);
  process.stderr.write(
    `${kind.padEnd(7)} ${time.padStart(8)}  ${visible(shownEnd ?? '')}  ${visible(shown.join(' '))}\n`,
  );
}

const hidden = '***';
/** The name of a variable that holds a secret, with its equals sign. */
const variable = String.raw`[A-Z0-9_]*(?:PASS|PWD|TOKEN|SECRET|KEY)[A-Z0-9_]*=`;
const whole = new RegExp(`^((?:-e|--env)?=?${variable}).*$`, 's');
const inQuotes = new RegExp(`(['"])(${variable})(?:(?!\\1).)*\\1`, 'gs');
const inside = new RegExp(`(\\b${variable})(?:'[^']*'|"[^"]*"|[^\\s'"]*)`, 'g');
const option = /^(--[\w-]*(?:pass|token|secret|key)[\w-]*)=.*$/s;
const optionBefore = /^--[\w-]*(?:pass|token|secret)[\w-]*$/;
const login = /(:\/\/[^\s/@:]+):[^\s/@]+@/g;
const bearer = /(\bBearer )\S+/g;
const databases = /(?:^|\/)(?:mysql|mysqladmin|mariadb|mariadb-admin)$/;

/** The words of a command without the values that are secret; the path of a private key is not secret. */
export function masked(words: readonly string[]): string[] {
  const isDatabase = words.some((word) => databases.test(word));
  return words.map((word, index) => {
    if (optionBefore.test(words[index - 1] ?? '')) return hidden;
    if (isDatabase && /^-p./.test(word)) return `-p${hidden}`;
    return word
      .replace(option, `$1=${hidden}`)
      .replace(whole, `$1${hidden}`)
      .replace(inQuotes, `$1$2${hidden}$1`)
      .replace(inside, `$1${hidden}`)
      .replace(login, `$1:${hidden}@`)
      .replace(bearer, `$1${hidden}`);
  });
}
