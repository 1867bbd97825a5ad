import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { constants } from 'node:os';
import { text } from 'node:stream/consumers';

/** The result of a finished program: its exit code (128 + n after signal n) and its output. */
export interface Finished {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** How a program is run: the options of `spawn`, and the text for its standard input. */
export interface RunOptions extends SpawnOptions {
  readonly input?: string;
}

/** Waits until a started program ends, and collects its output. */
export async function finish(child: ChildProcess): Promise<Finished> {
  const ended = new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) =>
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)),
    );
  });
  const [code, stdout, stderr] = await Promise.all([
    ended,
    child.stdout ? text(child.stdout) : '',
    child.stderr ? text(child.stderr) : '',
  ]);
  note(child.spawnargs, { code, stdout, stderr });
  return { code, stdout, stderr };
}

/** Records a command and its output, for the report of a failed test. */
export function note(words: readonly string[], { code, stdout, stderr }: Finished): void {
  const typed = (globalThis as { dkkbTyped?: string[] }).dkkbTyped;
  typed?.push(`$ ${words.join(' ')}\n${stdout}${stderr}[exit ${String(code)}]\n`);
}

/** Runs a program to its end, whatever its exit code. */
export function run(
  program: string,
  args: readonly string[],
  { input, ...options }: RunOptions = {},
): Promise<Finished> {
  const stdin = input === undefined ? 'ignore' : 'pipe';
  const child = spawn(program, args, { stdio: [stdin, 'pipe', 'pipe'], ...options });
  child.stdin?.end(input);
  return finish(child);
}

/** Runs a program that has to succeed, and returns its standard output. */
export async function need(
  program: string,
  args: readonly string[],
  options?: RunOptions,
): Promise<string> {
  const { code, stdout, stderr } = await run(program, args, options);
  if (code !== 0) {
    throw new Error(`${[program, ...args].join(' ')}: exit ${String(code)}\n${stderr || stdout}`);
  }
  return stdout;
}
