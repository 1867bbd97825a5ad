import { distance } from 'fastest-levenshtein';

/** How many names are offered for one that was misspelt. */
const mostOffered = 3;

/** The known names that are written nearly like the one that was typed, the nearest first. */
export function nearest(typed: string, known: readonly string[]): string[] {
  return known
    .map((name) => ({ name, far: distance(name, typed) }))
    .filter(({ far }) => far <= Math.max(2, typed.length / 3))
    .sort((one, other) => one.far - other.far)
    .slice(0, mostOffered)
    .map(({ name }) => name);
}
