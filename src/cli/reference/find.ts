import { convertHangulToQwerty } from 'es-hangul';

import type { CommandEntry, CommandGroup, CommandOption } from '../../../labs/app/commands/entry';
import { inEnglish } from '../loan-words';
import { keysOf, lowered, partsOf, textOf, tokensOf } from './keys';
import { nearWords } from './near';

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

/** The words as they are, with loan words in English, and as typed with the keyboard in Korean. */
function readingsOf(words: readonly string[]): string[][] {
  const ways = [(word: string) => word, inEnglish, convertHangulToQwerty];
  const readings = ways.map((way) => words.flatMap((word) => partsOf(way(word))));
  return readings.filter((reading) => reading.some((word) => word !== ''));
}

/** How many words are offered where nothing is found. */
const mostOffered = 5;

type Match = (entry: CommandEntry, words: readonly string[], group: CommandGroup) => boolean;

/** How words can mean a command, the surest first. */
const ways: readonly Match[] = [
  // One word alone, such as `cp`, may be a part of other commands too.
  (entry, words) => words.length > 1 && keysOf(entry).includes(words.join(' ')),
  (entry, words) => words.every((word) => tokensOf(entry).has(word)),
  (entry, words, group) => words.every((word) => textOf(entry, group).includes(word)),
];

function matching(groups: readonly CommandGroup[], words: readonly string[]): CommandGroup[] {
  for (const isMeant of ways) {
    const found = groups
      .map((group) => ({
        ...group,
        entries: group.entries
          .filter((entry) => isMeant(entry, words, group))
          .map((entry) => withOptions(entry, words, group)),
      }))
      .filter(({ entries }) => entries.length > 0);
    if (found.length > 0) return found;
  }
  return [];
}

/** A command with the options that were asked for; with all where it is meant itself. */
function withOptions(
  entry: CommandEntry,
  words: readonly string[],
  group: CommandGroup,
): CommandEntry {
  const { options = [], ...bare } = entry;
  const isNamed = ({ flags }: CommandOption) =>
    flags.split(', ').some((flag) => words.includes(lowered(flag)));
  const named = options.filter(isNamed);
  if (named.length > 0) return { ...entry, options: named };
  if (words.every((word) => textOf(bare, group).includes(word))) return entry;
  const asked = options.filter((option) =>
    words.some((word) => textOf({ ...bare, options: [option] }, group).includes(word)),
  );
  return { ...entry, options: asked };
}
