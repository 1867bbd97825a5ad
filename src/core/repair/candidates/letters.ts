import { convertHangulToQwerty } from 'es-hangul';
import { rewording, type Maker } from '../change';
import { withoutComment } from '../parts';
import { levelsNear } from './levels';

/** A letter of another keyboard or of a web page. */
export const foreignLetter =
  /[\uFF01-\uFF5E\u3000\u00A0\u201C\u201D\u2018\u2019\u2013\u2014\u200B\uFEFF]/u;

/** Letters of another keyboard or of a web page give way to those of YAML. */
export const otherLetters: Maker = (ground, at) => {
  const text = ground.rows[at]?.text ?? '';
  if (!foreignLetter.test(text)) return [];
  // A full-width space is as wide as two.
  const texts = [text, text.replaceAll('\u3000', '  ')].map(plainLetters);
  return texts
    .flatMap((plain) => [plain, spacedOut(plain)])
    .flatMap((one) => rewording('other-letter', ground, at, one));
};

/** A line with the letters of YAML in the place of all others. */
export const plainLetters = (text: string): string =>
  text
    .replace(/[\u200B\uFEFF]/gu, '')
    .replace(/[\uFF01-\uFF5E]/gu, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\u00A0]/gu, ' ')
    .replace(/[\u201C\u201D]/gu, '"')
    .replace(/[\u2018\u2019]/gu, "'")
    .replace(/[\u2013\u2014]/gu, '-');

/** The same with a blank after its dash and its colon: letters of full width seem to have one. */
export const spacedOut = (text: string): string =>
  text.replace(/^(\s*)-(?=[^\s-])/, '$1- ').replace(/^(\s*(?:- )?[\w.-]+):(?=\S)/, '$1: ');

const hangul = /[ㄱ-ㅎㅏ-ㅣ가-힣]+/gu;

/** The first word of Korean letters in a line; the line where it has none. */
export const hangulIn = (text: string): string => text.match(hangul)?.[0] ?? text;

/** A line with the letters that its keys have when the keyboard is the English one. */
export function asTyped(text: string): string {
  const [body, comment] = withoutComment(text);
  return body.replace(hangul, (word) => convertHangulToQwerty(word)) + comment;
}

/** A name or a value that was typed while the keyboard was the Korean one. */
export const keyboard: Maker = (ground, at) => {
  const text = ground.rows[at]?.text ?? '';
  return rewording('keyboard', ground, at, asTyped(text), 0.9);
};

/** Tabs give way to blanks. */
export const tabs: Maker = (ground, at) => {
  const text = ground.rows[at]?.text ?? '';
  if (!text.includes('\t')) return [];
  const rest = text.trimStart();
  return [
    ...levelsNear(ground.parts, at).map((level) => ' '.repeat(level) + rest),
    text.replaceAll('\t', '  '),
    text.replaceAll('\t', ' '),
  ].flatMap((one) => rewording('tab', ground, at, one, 0.9));
};
