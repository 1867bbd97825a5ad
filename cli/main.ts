#!/usr/bin/env node
import { CommanderError } from 'commander';
import { interrupted } from './interrupt';
import { chooseLanguage, say, speak } from './language';
import { buildProgram } from './program';
import { reportError } from './report-error';
import { chat, exit, mark } from './terminal';

async function main(argv: readonly string[]): Promise<number> {
  speak(chooseLanguage(argv));
  let code: number = exit.done;
  const program = buildProgram((result) => (code = result));
  try {
    await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exit.done : exit.wrongUse;
    return reportError(error, argv);
  }
}

process.on('SIGINT', () => {
  if (interrupted()) return;
  const text = {
    ko: '중단했습니다. 같은 명령을 다시 하면 이어서 하고, dkkb down이 정리합니다.',
    en: 'Interrupted. The same command goes on from here, and dkkb down cleans up.',
  };
  chat(`\n${mark.unknown} ${say(text)}`);
  process.exit(130);
});

process.stderr.on('error', () => undefined);
// A reader such as `head` that closes the pipe early is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(exit.done);
  const text = {
    ko: `결과를 쓸 수 없습니다: ${error.message}`,
    en: `The output cannot be written: ${error.message}`,
  };
  chat(`${mark.failed} ${say(text)}`);
  process.exit(exit.cannot);
});

process.exitCode = await main(process.argv.slice(2));
