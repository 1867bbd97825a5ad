import type { CommandGroup } from '../../../labs/app/commands/entry';
import { exampleLines } from '../../../labs/app/commands/example';
import { commandGroups } from '../../../labs/app/commands/index';
import { readersShell } from '../../core/shell/reader';
import { say } from '../language';
import { chat, exit, mark, print, printJson } from '../views/terminal';
import { findCommands } from './find';
import { printDetails, printOverview, printShort, usual } from './print';

/** More commands than these are printed in short. */
const mostInFull = 10;

/** Prints the book's commands, all in short or those that words mean with all about them; exit code 1 where there are none. */
export function showCommands(words: readonly string[], { output }: { output?: string }): number {
  if (words.length === 0) {
    printOverview(commandGroups);
    printHowToSee('run');
    return exit.done;
  }
  const { groups, instead, near } = findCommands(commandGroups, words);
  if (output === 'json')
    printJson({ words, ...(instead && { instead }), near, ...commandsJson(groups) });
  else if (groups.length > 0) {
    printFound(groups);
    if (instead) chat(`${mark.note} ${say(insteadText(words, instead))}`);
  } else chat(`${mark.failed} ${say(nothingText(words, near))}`);
  return groups.length > 0 ? exit.done : exit.failed;
}

function printFound(groups: readonly CommandGroup[]): void {
  const entries = groups.flatMap((group) => group.entries);
  if (entries.length <= mostInFull) {
    printDetails(groups);
    return;
  }
  printShort(groups);
  entries.slice(0, 1).forEach((entry) => printHowToSee(usual(entry)));
}

function printHowToSee(name: string): void {
  const line = `dkkb show app-commands ${name}`;
  print(`\n${say({ ko: `자세히: ${line}`, en: `All about one: ${line}` })}`);
}

/** Commands for scripts, in the language of this run and the shell of its reader. */
export function commandsJson(groups: readonly CommandGroup[] = commandGroups) {
  return {
    groups: groups.map(({ id, title, entries }) => ({
      id,
      title: say(title),
      commands: entries.map((entry) => ({
        name: entry.name,
        also: entry.also ?? [],
        does: say(entry.does),
        options: (entry.options ?? []).map(({ flags, value, does }) => ({
          flags: flags.split(', '),
          ...(value === undefined ? {} : { value }),
          does: say(does),
        })),
        example: exampleLines(entry, readersShell()).join('\n'),
        ...(entry.changed ? { changed: say(entry.changed) } : {}),
      })),
    })),
  };
}

function insteadText(words: readonly string[], instead: readonly string[]) {
  const [typed, taken] = [words.join(' '), instead.join(' ')];
  return {
    ko: `\`${typed}\` 대신 비슷한 \`${taken}\` 명령을 보여 줍니다.`,
    en: `Nothing is called \`${typed}\`; this is \`${taken}\`.`,
  };
}

function nothingText(words: readonly string[], near: readonly string[]) {
  const typed = words.join(' ');
  const offered = near.join(', ');
  return {
    ko: `책의 명령 가운데 \`${typed}\` 단어에 맞는 것이 없습니다.${offered ? ` 혹시 이것인가요? ${offered}.` : ''} 모든 명령: dkkb show app-commands`,
    en: `No command of the book fits \`${typed}\`.${offered ? ` Did you mean: ${offered}?` : ''} All commands: dkkb show app-commands`,
  };
}
