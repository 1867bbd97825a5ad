import { execa } from 'execa';
import { Failure } from './failure';

/** What a finished program left: its exit code and its output as text. */
export interface Finished {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** How a program is run: text for its standard input, more environment, a limit in milliseconds, who sees its lines. */
export interface RunOptions {
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly timeout?: number;
  readonly cwd?: string;
  readonly signal?: AbortSignal;
  /** Called for each line of output while the program runs. */
  readonly onLine?: (line: string) => void;
}

/** Runs programs on one machine, this one or another. */
export type Run = typeof run;

/** Runs a program to its end, whatever its exit code; throws `program-missing` when there is none of that name. */
export async function run(
  program: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<Finished> {
  const child = execa(program, args, {
    reject: false,
    stdin: options.input === undefined ? 'ignore' : 'pipe',
    ...(options.input === undefined ? {} : { input: options.input }),
    ...(options.env ? { env: options.env } : {}),
    ...(options.timeout ? { timeout: options.timeout } : {}),
    ...(options.cwd ? { cwd: options.cwd } : {}),
    ...(options.signal ? { cancelSignal: options.signal } : {}),
    all: true,
    maxBuffer: 64 * 1024 * 1024,
  });
  if (options.onLine) void forwardLines(child.iterable({ from: 'all' }), options.onLine);
  const result = await child;
  if (result.failed && 'code' in result && result.code === 'ENOENT') {
    throw new Failure('program-missing', { program });
  }
  return { code: result.exitCode ?? 124, stdout: text(result.stdout), stderr: text(result.stderr) };
}

async function forwardLines(
  lines: AsyncIterable<unknown>,
  onLine: (line: string) => void,
): Promise<void> {
  for await (const line of lines) onLine(String(line));
}

function text(output: unknown): string {
  return typeof output === 'string' ? output : '';
}

/** Runs a program on the user's own terminal and returns its exit code; throws `program-missing`. */
export async function runInTerminal(
  program: string,
  args: readonly string[],
  options: Pick<RunOptions, 'env' | 'cwd'> = {},
): Promise<number> {
  const result = await execa(program, args, { reject: false, stdio: 'inherit', ...options });
  if (result.failed && 'code' in result && result.code === 'ENOENT')
    throw new Failure('program-missing', { program });
  return result.exitCode ?? 124;
}
