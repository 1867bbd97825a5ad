import { failureFrom } from './refusals';
import { answerTime, isQuestion } from '../../core/answers/question';
import { run, type Finished, type Run, type RunOptions } from '../../core/machine/process';

/** The `docker` program that works with one engine. For the engine of another machine, it is the program of that machine: the client of this machine, which has the user's logins, never talks to another machine's engine. */
export class DockerClient {
  constructor(private readonly runThere: Run = run) {}

  /** Runs `docker` to its end, whatever its exit code; a question that is not answered in time throws `program-not-answering`. */
  run(args: readonly string[], options: RunOptions = {}): Promise<Finished> {
    const limit = isQuestion(args) ? { timeout: answerTime } : {};
    return this.runThere('docker', args, { ...limit, ...options });
  }

  /** Runs `docker` and returns its standard output; throws the `Failure` that its error output means. */
  async need(
    args: readonly string[],
    options: RunOptions = {},
    values: Readonly<Record<string, string>> = {},
  ): Promise<string> {
    const { code, stdout, stderr } = await this.run(args, options);
    if (code === 0) return stdout;
    throw failureFrom(stderr, { command: ['docker', ...args].join(' '), ...values });
  }
}
