import { distance } from 'fastest-levenshtein';

import type { Slip } from '../problems/written';

const slips: readonly (readonly [slip: Slip, plain: (text: string) => string])[] = [
  ['outer-spaces', (text) => text.trim()],
  ['spaces', (text) => text.replace(/\s/g, '')],
  ['capitals', (text) => text.toLowerCase()],
  ['signs', (text) => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')],
];

/** In what a typed line differs from the wanted one, as far as it can be told. */
export function slipIn(found: string, wanted: string): Slip {
  if (found.trim() === '') return 'empty';
  if (/\^[A-Z]/.test(found)) return 'keys';
  const slip = slips.find(([, plain]) => plain(found) === plain(wanted));
  if (slip) return slip[0];
  return distance(found, wanted) <= 3 ? 'letters' : 'other';
}
