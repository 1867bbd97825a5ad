import osLocale from 'os-locale';
import type { Text } from '../core/text';
import { visibleLines } from '../core/answers/visible';

/** The languages of the product. */
export const languages = ['ko', 'en'] as const;
export type Language = (typeof languages)[number];

/** The language that `--lang` or DKKB_LANG asks for, else the system's: Korean for a Korean locale, English for any other. */
export function chooseLanguage(argv: readonly string[]): Language {
  const asked = askedFor(argv) ?? process.env['DKKB_LANG'];
  const known = languages.find((language) => language === asked);
  return known ?? (/^ko\b/i.test(osLocale()) ? 'ko' : 'en');
}

// Read before the arguments are parsed, so that the help and the errors of the parser are in this language too.
function askedFor(argv: readonly string[]): string | undefined {
  const at = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const word = argv[at];
  return word === '--lang' ? argv[at + 1] : word?.slice('--lang='.length);
}

let current: Language = 'en';

/** Sets the language of everything that is printed from now on. */
export function speak(language: Language): void {
  current = language;
}

/** The language of everything that is printed. */
export function spokenLanguage(): Language {
  return current;
}

/** A text in the language of this run, without characters that a terminal would obey. */
export function say(text: Text): string {
  return visibleLines(text[current]);
}
