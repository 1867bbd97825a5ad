import * as z from 'zod/mini';

import { readAnswer } from '../../core/answers/answer';
import { engineElsewhere } from './chosen-engine';
import { failureFrom } from './refusals';
import { shown } from '../../core/failure';
import { answerTime, isQuestion } from '../../core/answers/question';
import { run, type Finished, type RunOptions } from '../../core/machine/process';

/** Runs `docker` to its end, whatever its exit code, on the machine of the engine that is meant: this machine's client, with its logins, speaks to no other machine's engine. A question that is not answered in time throws `program-not-answering`. */
export function dockerRaw(args: readonly string[], options: RunOptions = {}): Promise<Finished> {
  const limit = isQuestion(args) ? { timeout: answerTime } : {};
  const runThere = engineElsewhere()?.run ?? run;
  return runThere('docker', args, { ...limit, ...options });
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

/** Runs `docker` for its JSON lines, each of one form. */
export async function dockerJsonLines<T extends z.ZodMiniType>(
  args: readonly string[],
  form: T,
): Promise<z.output<T>[]> {
  const lines = (await docker(args)).split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => readAnswer(form, line, shown('docker', args)));
}

/** Inspects what of the given names still exists; what vanished in between is left out. */
export async function inspectExisting<T extends z.ZodMiniType>(
  kind: string,
  names: readonly string[],
  form: T,
): Promise<z.output<T>[]> {
  if (names.length === 0) return [];
  const args = [kind, 'inspect', '--', ...names];
  const { code, stdout, stderr } = await dockerRaw(args);
  if (code !== 0 && !/no such/i.test(stderr)) throw failureFrom(stderr);
  return readAnswer(z.array(form), stdout.trim() || '[]', shown('docker', args));
}
