import { convertHangulToQwerty } from 'es-hangul';
import { exercises as labs, type Exercise } from '../../labs/exercises';
import { inEnglish } from './loan-words';
import { nearest } from './nearest';

/** A chapter has no more labs than these. */
const mostOffered = 8;

/** The ids of the labs that somebody may mean who typed that: nearly an id, a section, or words of a title. */
export function idsNear(typed: string): string[] {
  // With the keyboard in Korean, `ch04-port` becomes `초04-ㅔㅐㄱㅅ`.
  const readings = [...new Set([typed, inEnglish(typed), convertHangulToQwerty(typed)])];
  for (const isMeant of ways)
    for (const reading of readings) {
      const found = labs.filter((lab) => isMeant(lab, reading));
      if (found.length > 0) return found.slice(0, mostOffered).map(({ id }) => id);
    }
  return misspelt(readings);
}

type Way = (lab: Exercise, typed: string) => boolean;

/** How something that was typed can mean a lab, the surest first. */
const ways: readonly Way[] = [
  ({ id }, typed) => keyOf(id) === keyOf(typed),
  ({ section }, typed) => section.split(', ').includes(typed.trim()),
  ({ id }, typed) => has(keyOf(typed), /\d/) && keyOf(id).startsWith(keyOf(typed)),
  (lab, typed) =>
    has(keyOf(typed), /../) && titlesOf(lab).some((one) => one.includes(keyOf(typed))),
  ({ id }, typed) => has(keyOf(typed), /../) && keyOf(id).includes(keyOf(typed)),
  (lab, typed) => {
    const words = wordsOf(typed);
    return words.length > 0 && words.every((word) => wholeOf(lab).includes(word));
  },
];

function misspelt(readings: readonly string[]): string[] {
  const byKey = new Map(labs.map(({ id }) => [keyOf(id), id]));
  const keys = readings.flatMap((reading) => nearest(keyOf(reading), [...byKey.keys()]));
  return [...new Set(keys)].flatMap((key) => byKey.get(key) ?? []);
}

/** What counts of an id or a title: letters and digits; the chapter is its number, as in `4port`. */
function keyOf(text: string): string {
  return lettersOf(text).replace(/^(?:chapter|chap|ch)?0*(\d)장?/, '$1');
}

function lettersOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function titlesOf({ title }: Exercise): string[] {
  return [title.ko, title.en].map(lettersOf);
}

/** All that a word may be a part of. */
function wholeOf(lab: Exercise): string {
  return [keyOf(lab.id), ...titlesOf(lab)].join(' ');
}

/** The words of what was typed, those of one letter left out. */
function wordsOf(typed: string): string[] {
  return typed
    .split(/[^\p{L}\p{N}]+/u)
    .map(keyOf)
    .filter((word) => word.length > 1);
}

function has(text: string, pattern: RegExp): boolean {
  return pattern.test(text);
}
