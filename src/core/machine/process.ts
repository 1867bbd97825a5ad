import type { ChildProcess } from 'node:child_process';

import { execa } from 'execa';
import { answerLimit, tooLarge } from '../answers/answer';
import { endOf, readLimit } from '../answers/bounds';
import { trace } from '../debug';
import { Failure, shown } from '../failure';
import { programMissing, commandFailed, programNotAnswering } from '../problems/program';

/** What a finished program left: its exit code, its output as text, and the end of its error output. */
export interface Finished {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** How a program is run: text for its standard input, more environment, a limit in milliseconds, who sees its lines. */
export interface RunOptions {
  readonly input?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly timeout?: number;
  /**
   * How many bytes it may say; one that says more is ended.
   * @default 64 MiB
   */
  readonly limit?: number;
  /** The name of the program in its failures, when it carries another command to another machine. */
  readonly as?: string;
  readonly cwd?: string;
  readonly signal?: AbortSignal;
  /** Called for each line of output while the program runs. */
  readonly onLine?: (line: string) => void;
}

/** Runs programs on one machine, this one or another. */
export type Run = typeof run;

/** Runs a program to its end, whatever its exit code; throws `program-missing` when there is none of that name, `program-not-answering` at its time limit, `answer-too-large` where it says more than its limit, `command-failed` when something else ended it. */
export async function run(
  program: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<Finished> {
  const work = () => finish(program, args, options);
  return trace('program', [program, ...args], work, ({ code }) => `exit ${code}`);
}

async function finish(
  program: string,
  args: readonly string[],
  options: RunOptions,
): Promise<Finished> {
  await mustBeThere(program);
  const limits = limitsOf(options.limit);
  const child = execa(program, args, {
    reject: false,
    stdin: options.input === undefined ? 'ignore' : 'pipe',
    ...(options.input === undefined ? {} : { input: options.input }),
    ...(options.env ? { env: options.env } : {}),
    ...(options.timeout ? { timeout: options.timeout } : {}),
    ...(options.cwd ? { cwd: options.cwd } : {}),
    ...(options.signal ? { cancelSignal: options.signal } : {}),
    all: options.onLine !== undefined,
    maxBuffer: limits,
  });
  if (options.onLine) void forwardLines(child.iterable({ from: 'all' }), options.onLine);
  leaveWhatIsEnded(child);
  const result = await child;
  if (result.failed && 'code' in result && result.code === 'ENOENT') {
    throw new Failure(programMissing({ program }));
  }
  const command = options.as ?? shown(program, args);
  const { exitCode, signal, isMaxBuffer, originalMessage = '' } = result;
  // First, because a program that is ended at its time limit may have an exit code of its own.
  if (result.timedOut) throw notAnswering(program, command, options.timeout);
  const stdout = text(result.stdout);
  const said = text(result.stderr);
  if (isMaxBuffer)
    throw tooLarge(command, said.length < limits.stderr ? limits.stdout : limits.stderr);
  const stderr = endOf(said, readLimit.log);
  if (exitCode !== undefined) return { code: exitCode, stdout, stderr };
  const end = signal ? `ended by ${signal}` : originalMessage;
  throw new Failure(commandFailed({ command, said: end }));
}

/** Windows starts a program by way of cmd, whose exit code does not tell that there is none. */
async function mustBeThere(program: string): Promise<void> {
  if (process.platform !== 'win32') return;
  const { isOnPath } = await import('./which');
  if (!(await isOnPath(program))) throw new Failure(programMissing({ program }));
}

/** How many bytes each output may have; only the end of the error output is used. */
function limitsOf(limit?: number) {
  const most = limit ?? 64 * 2 ** 20;
  return { stdout: most, stderr: limit ? Math.min(limit, answerLimit.output) : most, all: most };
}

/** Runs programs as the given function does, each for at most so many milliseconds: for programs that only answer a question. */
export function within(limit: number, runThere: Run): Run {
  return (program, args, options) => runThere(program, args, { timeout: limit, ...options });
}

/** The failure of a program that has said nothing for so many milliseconds. */
function notAnswering(program: string, command: string, limit = 0): Failure {
  const seconds = String(limit / 1000);
  return new Failure(programNotAnswering({ program, command, seconds }));
}

/** Stops reading from a program that was ended, because its children may keep its output open; and ends a program that is no longer read. */
function leaveWhatIsEnded(
  child: Pick<ChildProcess, 'stdout' | 'stderr' | 'killed' | 'once' | 'kill'>,
): void {
  const outputs = [child.stdout, child.stderr].filter((output) => output !== null);
  child.once('exit', () => {
    if (child.killed) for (const output of outputs) output.destroy();
  });
  for (const output of outputs)
    output.once('close', () => {
      if (output.readableAborted) child.kill();
    });
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
  await mustBeThere(program);
  const work = () => execa(program, args, { reject: false, stdio: 'inherit' as const, ...options });
  const endOf = (ended: { exitCode?: number }) => `exit ${ended.exitCode ?? '-'}`;
  const result = await trace('program', [program, ...args], async () => work(), endOf);
  if (result.failed && 'code' in result && result.code === 'ENOENT')
    throw new Failure(programMissing({ program }));
  return result.exitCode ?? 124;
}
