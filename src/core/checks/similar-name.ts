import { distance } from 'fastest-levenshtein';

// Endings that Notepad, TextEdit and others add to the name that was typed.
const added = /\.(?:txt|rtf|docx?|html?|ya?ml)$/i;
// What a browser or a file manager writes into the name of a copy.
const copied = / ?\(\d{1,3}\)(?=\.|$)| (?:- )?(?:복사본|copy)(?=[. ]|$)/gi;
// Names that a program has given: hidden files, and an editor's backups.
const byProgram = /^\.|~$/;

/** How many slips may be in a name that is still recognised. */
const mostSlips = 2;

/** The one of these names that is most like a slip in the wanted name: another ending, a letter, a copy; names that are `taken` are meant as they are. */
export function similarIn(
  names: readonly string[],
  wanted: string,
  taken: readonly string[] = [],
): string | undefined {
  const others = new Set(taken.map(plain));
  others.delete(plain(wanted));
  const rated = names
    .filter((name) => name !== wanted && !byProgram.test(name))
    .filter((name) => !meant(name).some((one) => others.has(one)))
    .map((name) => ({ name, slips: slipsIn(name, wanted) }))
    .filter(({ slips }) => slips <= mostSlips);
  return rated.sort((one, other) => one.slips - other.slips)[0]?.name;
}

function slipsIn(name: string, wanted: string): number {
  const whole = plain(wanted);
  const stem = whole.replace(added, '');
  return Math.min(...meant(name).map((one) => (one === stem ? 0 : distance(one, whole))));
}

/** The names that one may have been meant as: without the mark of a copy, and without each added ending. */
function meant(name: string): string[] {
  const found = [plain(name.replace(copied, ''))];
  for (let last = found[0] ?? ''; added.test(last);) {
    last = plain(last.replace(added, ''));
    found.push(last);
  }
  return found;
}

/** A name without what does not matter: capital letters, how its letters are put together, a second spelling of an ending. */
function plain(name: string): string {
  const small = name.normalize('NFC').toLowerCase().trim();
  return small.replace(/\.yaml$/, '.yml').replace(/\.htm$/, '.html');
}

/** The ending that was added to the wanted name, such as `.txt`; empty where the name differs in something else. */
export function addedEnding(name: string, wanted: string): string {
  const ending = added.exec(name)?.[0] ?? '';
  const isOwn = ending !== '' && wanted.toLowerCase().endsWith(ending.toLowerCase());
  const isDoubled = name.toLowerCase() === `${wanted}${ending}`.toLowerCase();
  return isOwn && !isDoubled ? '' : ending;
}
