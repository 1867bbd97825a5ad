import { distance } from 'fastest-levenshtein';

// How the book names what its exercises make.
const bookName = /^(?:apa|nginx|mysql|mariadb|maria|wordpress|redmine)000(?:ex|net|vol)[1-9]\d*$/;

/** Whether a name is that of an exercise of the book: another exercise's name is no typing error. */
export function isBookName(name: string): boolean {
  return bookName.test(name);
}

/** Whether a name has one or two slips against another. */
export function isNearName(name: string, wanted: string): boolean {
  return name !== wanted && distance(name, wanted) <= 2;
}

/** The name with the fewest slips against the wanted one, two at most; empty where there is none. */
export function nearName(names: readonly string[], wanted: string): string {
  const near = names.filter((name) => isNearName(name, wanted));
  return near.sort((one, other) => distance(one, wanted) - distance(other, wanted))[0] ?? '';
}
