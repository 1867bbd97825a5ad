import type { CommandEntry, CommandGroup } from '../../../labs/app/commands/entry';

/** A word as it is compared: composed, without capitals; an option keeps its case, since `-i` and `-I` differ. */
export function lowered(word: string): string {
  const plain = word.normalize('NFKC');
  return /^-\w$/.test(plain) ? plain : plain.toLowerCase();
}

/** What names a command as a whole: its forms, those of a file's names also without the colon. */
export function keysOf({ name, also = [] }: CommandEntry): string[] {
  return [name, ...also].map(lowered).flatMap((key) => [key, key.replace(/:$/, '')]);
}

/** The words of a command's forms. */
export function namesOf(entry: CommandEntry): ReadonlySet<string> {
  return new Set(keysOf(entry).flatMap((key) => [key, ...key.split(/[ -]/)]));
}

/** The forms of an option, with and without their dashes. */
export function formsOf(flags: string): string[] {
  return flags
    .split(', ')
    .map(lowered)
    .flatMap((flag) => [flag, flag.replace(/^-+/, '')]);
}

/** The words of a command's forms, and its options with and without their dashes. */
export function tokensOf(entry: CommandEntry): ReadonlySet<string> {
  return new Set([
    ...namesOf(entry),
    ...(entry.options ?? []).flatMap(({ flags }) => formsOf(flags)),
  ]);
}

/** Whether a word of a command's forms begins so; one letter says too little. */
export function beginsName(entry: CommandEntry, beginning: string): boolean {
  return beginning.length > 1 && [...namesOf(entry)].some((name) => name.startsWith(beginning));
}

/** All that is told of a command, in both languages. */
export function textOf(entry: CommandEntry, { id, title }: CommandGroup): string {
  const { does, options = [], changed, words = '' } = entry;
  const texts = [
    title,
    does,
    ...options.map((option) => option.does),
    ...(changed ? [changed] : []),
  ];
  const told = texts.flatMap(({ ko, en }) => [ko, en]);
  const flags = options.map((option) => option.flags);
  return lowered([...keysOf(entry), id, words, ...flags, ...told].join('\n'));
}

/** The words of a search as they are compared; options in one, such as `-dit`, are taken apart. */
export function partsOf(word: string): string[] {
  const letters = /^-([a-z]{2,})$/i.exec(word)?.[1];
  return letters === undefined ? [lowered(word)] : [...letters].map((letter) => `-${letter}`);
}
