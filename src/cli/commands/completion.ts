import type { Command } from 'commander';
import { visible } from '../../core/answers/visible';
import { complete } from '../program/candidates';
import { completionScript, shells } from '../program/completion-scripts';
import { exit, printLine } from '../views/terminal';
import { UsageError } from '../usage-error';

/** `dkkb completion SHELL`: prints the script that completes this command in a shell. */
export function completion(asked: string): number {
  const shell = shells.find((known) => known === asked);
  if (!shell) throw unknownShell(asked);
  process.stdout.write(completionScript(shell));
  return exit.done;
}

function unknownShell(asked: string): UsageError {
  const names = shells.join(', ');
  return new UsageError({
    ko: `\`${asked}\` 셸의 자동 완성 스크립트는 없습니다. 쓸 수 있는 셸: ${names}`,
    en: `There is no completion script for \`${asked}\`. Shells: ${names}`,
  });
}

/** `dkkb complete -- WORD...`: what the scripts ask at every TAB; one candidate a line, its description after a tab. */
export function answerShell(words: readonly string[], program: Command): number {
  const found = complete(program, words);
  if (found === 'files') printLine(':files');
  else
    for (const { value, description } of found)
      process.stdout.write(`${visible(value)}\t${visible(description)}\n`);
  return exit.done;
}
