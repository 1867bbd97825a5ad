import { convertHangulToQwerty } from 'es-hangul';

import type { CommandEntry, CommandGroup, CommandOption } from '../../../labs/app/commands/entry';
import { inEnglish } from '../loan-words';
import { beginsName, formsOf, keysOf, lowered, namesOf, partsOf, textOf, tokensOf } from './keys';
import { nearWords } from './near';
import { saidIn } from './said';
import { sameAs, takenApart } from './same';

/** What a search in the command reference gives. */
export interface Found {
  readonly groups: readonly CommandGroup[];
  /** The words that were looked for, where they are others than those that were typed. */
  readonly instead?: readonly string[];
  /** Words of the reference that are written nearly so, where nothing is found. */
  readonly near: readonly string[];
}

/** The commands that these words mean: by name, option, word of either language, or nearly so. */
export function findCommands(groups: readonly CommandGroup[], typed: readonly string[]): Found {
  const words = typed.flatMap((word) => word.trim().split(/\s+/)).filter((word) => word !== '');
  for (const reading of readingsOf(words)) {
    const found = matching(groups, reading);
    if (found.length > 0) return { groups: found, near: [] };
  }
  const near = words.map((word) => nearWords(groups, word));
  const instead = near.map(({ sure }, at) => sure ?? words[at] ?? '');
  const found = near.some(({ sure }) => sure) ? matching(groups, instead.map(lowered)) : [];
  if (found.length > 0) return { groups: found, instead, near: [] };
  const others = near.flatMap((one) => one.others).filter((word) => !words.includes(word));
  return { groups: [], near: [...new Set(others)].slice(0, mostOffered) };
}

/** The words as they are, with other words for the same, with loan words in English, as typed with the keyboard in Korean, and taken apart. */
function readingsOf(words: readonly string[]): string[][] {
  const ways = [(word: string) => word, sameAs, inEnglish, convertHangulToQwerty];
  const readings = ways.map((way) => words.flatMap((word) => partsOf(way(word))));
  return [...readings, ...takenApart(words)].filter((reading) =>
    reading.some((word) => word !== ''),
  );
}

/** How many words are offered where nothing is found. */
const mostOffered = 5;

type Match = (entry: CommandEntry, words: readonly string[], group: CommandGroup) => boolean;

/** How words can mean a command, the surest first. */
const ways: readonly Match[] = [
  // One word alone, such as `cp`, may be a part of other commands too.
  (entry, words) => words.length > 1 && keysOf(entry).includes(words.join(' ')),
  (entry, words) => words.every((word) => tokensOf(entry).has(word)),
  (entry, words, group) => {
    const isSaid = saidIn(textOf(entry, group));
    return words.every((word) => beginsName(entry, word) || isSaid(word));
  },
];

function matching(groups: readonly CommandGroup[], words: readonly string[]): CommandGroup[] {
  for (const isMeant of ways) {
    const found = groups
      .map((group) => ({
        ...group,
        entries: namedFirst(
          group.entries.filter((entry) => isMeant(entry, words, group)),
          words,
        ).map((entry) => withOptions(entry, words, group)),
      }))
      .filter(({ entries }) => entries.length > 0);
    if (found.length > 0) return found;
  }
  return [];
}

/** The commands that have the words in their names, before those that have them as options. */
function namedFirst(
  entries: readonly CommandEntry[],
  words: readonly string[],
): readonly CommandEntry[] {
  const isNamed = (entry: CommandEntry) => words.every((word) => namesOf(entry).has(word));
  return [...entries.filter(isNamed), ...entries.filter((entry) => !isNamed(entry))];
}

/** A command with the options that were asked for; with all where it is meant itself. */
function withOptions(
  entry: CommandEntry,
  words: readonly string[],
  group: CommandGroup,
): CommandEntry {
  const { options = [], ...bare } = entry;
  const isNamed = ({ flags }: CommandOption) => formsOf(flags).some((form) => words.includes(form));
  const named = options.filter(isNamed);
  if (named.length > 0) return { ...entry, options: named };
  if (words.every(saidIn(textOf(bare, group)))) return entry;
  const asked = options.filter((option) =>
    words.some(saidIn(textOf({ ...bare, options: [option] }, group))),
  );
  return asked.length > 0 ? { ...entry, options: asked } : entry;
}
