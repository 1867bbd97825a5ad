import { disassemble } from 'es-hangul';
import { distance } from 'fastest-levenshtein';

/** How many letters differ between two names, Korean ones by their single consonants and vowels; capitals, accents and spaces do not count. */
export function farApart(one: string, other: string): number {
  return distance(lettersOf(one), lettersOf(other));
}

/** The letters of a name, Korean ones as single consonants and vowels. */
export function lettersOf(name: string): string {
  return disassemble(plainName(name));
}

/** A name without its capitals, accents and spaces. */
export function plainName(name: string): string {
  const letters = name.normalize('NFKD').replaceAll(/[\p{M}\s]/gu, '');
  return letters.normalize('NFC').toLowerCase();
}
