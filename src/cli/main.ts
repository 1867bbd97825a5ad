#!/usr/bin/env node
import { CommanderError, type Command } from 'commander';
import { interrupted, interruption, runs } from './interrupt';
import { chooseLanguage, say, speak } from './language';
import { buildProgram } from './program/program';
import { beVerbose } from '../core/debug';
import { recognisePorts } from '../core/machine/ports';
import { typeIn } from '../core/shell/reader';
import type { Shell } from '../core/shell/shells';
import { endWhenWritten } from '../core/machine/left-open';
import { Failure } from '../core/failure';
import { reportError } from './report-error';
import { chat, exit, mark } from './views/terminal';

async function main(argv: readonly string[]): Promise<number> {
  speak(chooseLanguage(argv));
  let code: number = exit.done;
  const program = buildProgram((result) => (code = result));
  program.hook('preAction', (_program, action) => {
    const { verbose, shell } = action.optsWithGlobals<{ verbose?: boolean; shell?: Shell }>();
    if (verbose) beVerbose();
    if (shell) typeIn(shell);
    recognisePorts(async (port) => (await import('../vm/look')).vmWithPort(port));
    runs(wordsOf(action).join(' '));
  });
  try {
    await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exit.done : exit.wrongUse;
    return reportError(error, argv);
  }
}

/** The words of a command without the program's name. */
function wordsOf(command: Command): string[] {
  return command.parent ? [...wordsOf(command.parent), command.name()] : [];
}

// Ctrl-C, and an end from outside. Whoever starts a command with `nohup` wants SIGHUP to do nothing.
const ends = { SIGINT: 130, SIGTERM: 143 } as const;
for (const [signal, code] of Object.entries(ends))
  process.on(signal, () => {
    if (interrupted()) return;
    chat(`\n${mark.unknown} ${say(interruption())}`);
    process.exit(code);
  });

// An error in a request that no code waits for any more, as after a closed connection, must not end the process.
process.on('unhandledRejection', (error) => {
  if (!(error instanceof Failure)) throw error;
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
endWhenWritten(process.exitCode);
