import { farApart, lettersOf, plainName } from './near-names';
import { idFrom, type Student } from './students';

/** A student whose name was corrected: as the class knew them, and as the roster names them now. */
export interface Correction {
  readonly from: Student;
  readonly to: Student;
}

/**
 * The students who are gone from a roster and new on it under a corrected name: they have the same id,
 * or their names are near each other and nobody else's is. Of two that are possible, none is taken.
 */
export function correctionsOf(
  gone: readonly Student[],
  added: readonly Student[],
): readonly Correction[] {
  const sameId = pairsOf(gone, added, (from, to) => from.id === to.id);
  const isFree = (student: Student) => !sameId.some(({ from }) => from.id === student.id);
  const near = pairsOf(gone.filter(isFree), added.filter(isFree), isCorrected);
  const isOnly = (one: Correction) =>
    near.every((other) => other === one || (other.from !== one.from && other.to !== one.to));
  return [...sameId, ...near.filter(isOnly)];
}

function pairsOf(
  gone: readonly Student[],
  added: readonly Student[],
  fits: (from: Student, to: Student) => boolean,
): Correction[] {
  return gone.flatMap((from) => added.filter((to) => fits(from, to)).map((to) => ({ from, to })));
}

function isCorrected(from: Student, to: Student): boolean {
  const apart = farApart(from.name, to.name);
  if (apart === 0) return true;
  if (hasOwnId(from) && hasOwnId(to)) return false;
  if (areToldApart(from.name, to.name)) return false;
  const length = Math.min(lettersOf(from.name).length, lettersOf(to.name).length);
  const isNear = apart <= Math.max(1, Math.floor(length / 6)) && apart * 2 < length;
  return isNear || differInTheMiddle(from.name, to.name);
}

/** Whether the roster gives an id: then two ids are two students. */
function hasOwnId({ id, name }: Student): boolean {
  return id !== idFrom(name);
}

/** Whether both names have what tells students with equal names apart, numbers or a letter at the end, and it differs. */
function areToldApart(one: string, other: string): boolean {
  const [a, b] = [marksOf(one), marksOf(other)];
  return a !== '' && b !== '' && a !== b;
}

function marksOf(name: string): string {
  const numbers = name.match(/\p{N}+/gu) ?? [];
  const [, letter = ''] = /[^a-z]([a-z])\)?$/i.exec(name) ?? [];
  return [...numbers.map((number) => number.replace(/^0+/, '')), letter.toLowerCase()].join('');
}

const korean = /^[가-힣]{3,}$/;

/** Whether two Korean names of equal length differ in one syllable that is neither the first nor the last. */
function differInTheMiddle(one: string, other: string): boolean {
  const [a, b] = [plainName(one), plainName(other)];
  if (!a || !b || !korean.test(a) || !korean.test(b) || a.length !== b.length) return false;
  const different = [...a].flatMap((syllable, at) => (syllable === b[at] ? [] : [at]));
  return different.length === 1 && different[0] !== 0 && different[0] !== a.length - 1;
}
