import { execFile } from 'node:child_process';

import { tooLarge } from '../answers/answer';
import { endOf, readLimit } from '../answers/bounds';
import { answerTime } from '../answers/question';
import { trace } from '../debug';
import { Failure, shown } from '../failure';
import { commandFailed, programMissing, programNotAnswering } from '../problems/program';
import type { Finished, Run } from './process';

/** The bytes of an answer where the question sets no limit. */
const mostBytes = 2 ** 20;

/**
 * Runs a program that answers a question in a few lines, with the same failures as `run`. It loads no package: starting
 * one takes longer than many an answer. What needs more than environment, time and limit goes to `run`.
 */
export const askProgram: Run = async (program, args, options = {}) => {
  const { input, onLine, signal, as, cwd } = options;
  const isPlain = [input, onLine, signal, as, cwd].every((one) => one === undefined);
  // Windows finds programs by rules of its own.
  if (!isPlain || process.platform === 'win32') {
    const { run } = await import('./process');
    return run(program, args, { timeout: answerTime, ...options });
  }
  const work = () => ask(program, args, options);
  return trace('program', [program, ...args], work, ({ code }) => `exit ${code}`);
};

function ask(
  program: string,
  args: readonly string[],
  { env, timeout = answerTime, limit = mostBytes }: NonNullable<Parameters<Run>[2]>,
): Promise<Finished> {
  const settings = { env: { ...process.env, ...env }, timeout, maxBuffer: limit } as const;
  const command = shown(program, args);
  return new Promise((resolve, reject) => {
    const child = execFile(
      program,
      args,
      { ...settings, killSignal: 'SIGKILL' },
      (error, stdout, stderr) => {
        const said = endOf(stderr, readLimit.log);
        if (!error) return resolve({ code: 0, stdout, stderr: said });
        if (error.code === 'ENOENT') return reject(new Failure(programMissing({ program })));
        if (isLong(error)) return reject(tooLarge(command, limit));
        if (typeof error.code === 'number')
          return resolve({ code: error.code, stdout, stderr: said });
        if (error.killed) {
          const seconds = String(timeout / 1_000);
          return reject(new Failure(programNotAnswering({ program, command, seconds })));
        }
        const end = error.signal ? `ended by ${error.signal}` : error.message;
        reject(new Failure(commandFailed({ command, said: end })));
      },
    );
    child.stdin?.end();
    // Its children may keep its output open.
    child.once('exit', () => {
      if (!child.killed) return;
      child.stdout?.destroy();
      child.stderr?.destroy();
    });
  });
}

function isLong({ code }: { readonly code?: unknown }): boolean {
  return code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER';
}
