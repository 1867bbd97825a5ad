import { distance } from 'fastest-levenshtein';

import type { CommandGroup } from '../../../labs/app/commands/entry';
import { nearest } from '../nearest';
import { lowered, textOf, tokensOf } from './keys';

/** Words of the reference that are written nearly like one that was typed. */
export interface Near {
  /** The one that is surely meant. */
  readonly sure?: string;
  readonly others: readonly string[];
}

/** The words of the reference near a word; the word itself where the reference has it. */
export function nearWords(groups: readonly CommandGroup[], word: string): Near {
  const typed = lowered(word);
  const known = wordsOf(groups);
  if (known.includes(typed)) return { sure: typed, others: [typed] };
  const swapped = known.find((other) => lettersOf(other) === lettersOf(typed));
  if (swapped !== undefined) return { sure: swapped, others: [swapped] };
  // What shares no letter is not near, however short.
  const others = nearest(typed, known).filter((word) => distance(word, typed) < typed.length);
  const [first, second] = others;
  // In a short word, one letter makes another word.
  const isNear = first !== undefined && typed.length > 3 && distance(first, typed) === 1;
  const isOnly = second === undefined || distance(second, typed) > 1;
  return isNear && isOnly ? { sure: first, others } : { others };
}

const lettersOf = (word: string) => [...word].sort().join('');

function wordsOf(groups: readonly CommandGroup[]): string[] {
  const all = groups.flatMap((group) =>
    group.entries.flatMap((entry) => [
      ...[...tokensOf(entry)].filter((token) => !token.includes(' ')),
      ...textOf(entry, group)
        .split(/[^\p{L}\p{N}-]+/u)
        .map(withoutEnding),
    ]),
  );
  return [...new Set(all)].filter((word) => word.length > 1);
}

/** A Korean word without what a sentence has put behind it. */
function withoutEnding(word: string): string {
  return word.replace(
    /(?<=[가-힣]{2})(?:합니다|입니다|됩니다|에서|으로|[을를의에은는이가과와로])$/u,
    '',
  );
}
