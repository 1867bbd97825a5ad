import { failureFrom } from './refusals';
import { answerTime, isQuestion } from '../../core/answers/question';
import { run, type Finished, type Run, type RunOptions } from '../../core/machine/process';

/** The `docker` program that works with one engine. For an engine of another machine it is that machine's own: this machine's client, with its logins, speaks to no other machine's engine. */
export class DockerClient {
  constructor(
    private readonly runThere: Run = run,
    /** The words with which this machine starts the client and reads what it says. */
    readonly command: (args: readonly string[]) => [string, readonly string[]] = (args) => [
      'docker',
      args,
    ],
    /** What of this process's environment must not reach the client, each as undefined. */
    readonly env: Readonly<Record<string, undefined>> = {},
  ) {}

  /** Runs `docker` to its end, whatever its exit code; a question that is not answered in time throws `program-not-answering`. */
  run(args: readonly string[], options: RunOptions = {}): Promise<Finished> {
    const limit = isQuestion(args) ? { timeout: answerTime } : {};
    return this.runThere('docker', args, { ...limit, ...options });
  }

  /** Runs `docker` and returns its standard output; throws the `Failure` that its error output tells of. */
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
