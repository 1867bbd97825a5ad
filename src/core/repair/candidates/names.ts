import { distance } from 'fastest-levenshtein';
import { rewording, type Maker } from '../change';

/** A key that is nearly one of the goal's. */
export const names: Maker = (ground, at) => {
  const key = ground.parts[at]?.key;
  const text = ground.rows[at]?.text ?? '';
  if (key === undefined) return [];
  return [...ground.keys]
    .filter((other) => isSlipOf(key, other))
    .flatMap((other) => rewording('name-misspelt', ground, at, text.replace(key, other)));
};

function isSlipOf(word: string, name: string): boolean {
  return distance(plain(word), plain(name)) <= (name.length > 3 ? 2 : 1);
}

const plain = (word: string) => word.toLowerCase().replaceAll(/[ _-]/g, '');
