import { josa } from 'es-hangul';

/** Values that end in a consonant, a vowel, ㄹ, a Latin letter, a digit. */
export const endings = ['강', '나무', '서울', 'kun', 'ex1'] as const;

const pairs = [
  '을/를',
  '은/는',
  '이/가',
  '와/과',
  '으로/로',
  '이라/라',
  '이나/나',
  '이란/란',
] as const;
const particles = pairs.flatMap((pair) => pair.split('/'));
const any = [...particles].sort((one, other) => other.length - one.length).join('|');
/** A particle and what may follow it; particles such as `에` are the same behind every word. */
const particle = `(${any})(?:는|도|만|부터|서)?(?![가-힣])`;

/** The particles of a sentence that are wrong behind a value. Behind a value that does not end in Hangul, every particle is wrong, because it can be read in several ways. */
export function wrongParticles(sentence: string, value: string): string[] {
  const behind = new RegExp(`${escaped(value)}[\`'"]*${particle}`, 'g');
  return [...withoutBrackets(sentence).matchAll(behind)]
    .filter(([, found = '']) => !isRight(value, found))
    .map(([found]) => found);
}

/** The places where a source puts a particle behind a value in a template: it cannot be right for every value. */
export function wrongInTemplates(source: string): string[] {
  const behind = new RegExp(String.raw`\$\{[^{}]*\}(?:\\?[\`'"])*${particle}`, 'g');
  return [...withoutBrackets(source).matchAll(behind)]
    .filter(([found]) => !found.includes('josa'))
    .map(([found]) => found);
}

// Behind brackets a particle belongs to the word before them.
function withoutBrackets(text: string): string {
  return text.replace(/(?<!josa)\([^()\n]*\)/g, '');
}

function isRight(value: string, found: string): boolean {
  const pair = pairs.find((one) => one.split('/').includes(found));
  return pair !== undefined && /[가-힣]$/.test(value) && josa.pick(value, pair) === found;
}

function escaped(text: string): string {
  return text.replace(/[^\w가-힣]/g, String.raw`\$&`);
}
