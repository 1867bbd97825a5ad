import { dockerEnv } from './chosen-engine';
import { failureFrom } from './failure';
import { answerTime, isQuestion } from './question';
import { run, type Finished, type RunOptions } from './process';

/** Runs `docker` to its end, whatever its exit code; a question that is not answered in time throws `program-not-answering`. */
export function dockerRaw(args: readonly string[], options: RunOptions = {}): Promise<Finished> {
  const limit = isQuestion(args) ? { timeout: answerTime } : {};
  return run('docker', args, { ...limit, ...options, env: { ...dockerEnv(), ...options.env } });
}

/** Runs `docker` and returns its standard output; throws the `Failure` that its error output tells of. */
export async function docker(
  args: readonly string[],
  options: RunOptions = {},
  values: Readonly<Record<string, string>> = {},
): Promise<string> {
  const finished = await dockerRaw(args, options);
  if (finished.code === 0) return finished.stdout;
  throw failureFrom(finished.stderr, { command: ['docker', ...args].join(' '), ...values });
}

/** Runs `docker` for its JSON lines. */
export async function dockerJsonLines<T>(args: readonly string[]): Promise<T[]> {
  const output = await docker(args);
  return output
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);
}

/** Inspects what of the given names still exists; what vanished in between is left out. */
export async function inspectExisting<T>(kind: string, names: readonly string[]): Promise<T[]> {
  if (names.length === 0) return [];
  const { code, stdout, stderr } = await dockerRaw([kind, 'inspect', ...names]);
  if (code !== 0 && !/no such/i.test(stderr)) throw failureFrom(stderr);
  return JSON.parse(stdout.trim() || '[]') as T[];
}
