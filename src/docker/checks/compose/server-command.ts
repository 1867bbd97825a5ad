import { distance } from 'fastest-levenshtein';
import { repositoryOf } from '../../../core/image-name';

/** A word of a database's command with which its server does not start. */
export interface WrongWord {
  readonly word: string;
  /** Where it stands, counted from 0. */
  readonly at: number;
  /** `program`: the image has no such program. `removed`: the server knows the option no more. `unknown`: there is no such option. `value`: there is no such character set or collation. */
  readonly cause: 'program' | 'removed' | 'unknown' | 'value';
  /** What was meant; undefined where the word is not needed. */
  readonly instead?: string;
}

interface Server {
  readonly programs: readonly string[];
  /** The options of the book that the server knows no more, or never has. */
  readonly without: readonly string[];
}

const authentication = 'default-authentication-plugin';
const nativePassword = 'mysql-native-password';
const characterSet = 'character-set-server';
const collation = 'collation-server';

const characterSets = ['utf8mb4', 'utf8mb3', 'utf8', 'latin1', 'euckr', 'ascii', 'binary'];
const collations = [
  ...['utf8mb4_unicode_ci', 'utf8mb4_general_ci', 'utf8mb4_bin', 'utf8mb4_0900_ai_ci'],
  ...['utf8_general_ci', 'utf8_unicode_ci', 'utf8mb3_general_ci', 'utf8mb3_unicode_ci'],
  ...['latin1_swedish_ci', 'euckr_korean_ci', 'utf8mb4_uca1400_ai_ci'],
];

/** The words of a command with which the server of an image does not start; none for an image that is no database's. */
export function wrongWords(image: string, words: readonly string[]): WrongWord[] {
  const server = serverOf(image);
  if (!server) return [];
  return words.flatMap((word, at): WrongWord[] => {
    if (at === 0 && !dash.test(word)) return wrongProgram(word, server);
    if (shells.test(words[0] ?? '')) return [];
    // A word of its own may be the value of the option before it.
    const before = words[at - 1] ?? '';
    const isValue = !dash.test(word) && before.startsWith('--') && !before.includes('=');
    const found = isValue ? undefined : wrongOption(word, server);
    return found ? [{ word, at, ...found }] : [];
  });
}

/** The words of a command without those with which the server does not start. */
export function mendedWords(words: readonly string[], wrong: readonly WrongWord[]): string[] {
  return words.flatMap((word, at) => {
    const found = wrong.find((one) => one.at === at);
    if (!found) return [word];
    return found.instead === undefined ? [] : [found.instead];
  });
}

function serverOf(image: string): Server | undefined {
  const tag = /:([\w.-]+)$/.exec(image)?.[1] ?? 'latest';
  const version = Number.parseFloat(/^\d+(?:\.\d+)?/.exec(tag)?.[0] ?? '99');
  switch (repositoryOf(image)) {
    case 'mariadb':
      return {
        programs: version >= 11 ? ['mariadbd'] : ['mariadbd', 'mysqld'],
        without: [nativePassword],
      };
    case 'mysql':
      return {
        programs: ['mysqld'],
        without: [
          ...(version >= 8.4 ? [authentication] : []),
          ...(version >= 9 ? [nativePassword] : []),
        ],
      };
    default:
      return undefined;
  }
}

const shells = /(?:^|\/)(?:sh|bash|env|docker-entrypoint\.sh)$/;

function wrongProgram(word: string, { programs }: Server): WrongWord[] {
  const isKnown = programs.some((program) => word === program || word.endsWith(`/${program}`));
  return isKnown || shells.test(word) ? [] : [{ word, at: 0, cause: 'program' }];
}

type Found = Pick<WrongWord, 'cause' | 'instead'>;

const dash = /^[-\u2013\u2014]/;

function wrongOption(word: string, server: Server): Found | undefined {
  const bare = word.replace(/^[-\u2013\u2014]+/, '');
  const dashes = word.slice(0, word.length - bare.length);
  const [name = '', value] = splitAt(bare, '=');
  const given = name.toLowerCase().replaceAll('_', '-');
  const option = nearest(given, [authentication, nativePassword, characterSet, collation]);
  if (option === undefined) return dashes === '' || bare === '' ? { cause: 'unknown' } : undefined;
  // The servers know an option by its beginning, too.
  const isNamed = dashes === '--' && option.startsWith(given);
  if (server.without.includes(option)) return { cause: isNamed ? 'removed' : 'unknown' };
  const known = option === characterSet ? characterSets : option === collation ? collations : [];
  const meant =
    value === undefined || known.includes(value.toLowerCase()) ? undefined : nearest(value, known);
  if (isNamed && meant === undefined) return undefined;
  // MariaDB does nothing with this one.
  const isIdle = option === authentication && server.programs.includes('mariadbd');
  if (isIdle) return { cause: 'unknown' };
  const right = meant ?? value;
  const instead = `--${option}${right === undefined ? '' : `=${right}`}`;
  return { cause: isNamed ? 'value' : 'unknown', instead };
}

function splitAt(text: string, mark: string): string[] {
  const at = text.indexOf(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

/** The one of several that a word is, or is nearly. */
function nearest(word: string, all: readonly string[]): string | undefined {
  const bare = (text: string) => text.replaceAll(/[_-]/g, '');
  return all.find((one) => distance(bare(one), bare(word)) <= Math.min(3, one.length / 4));
}
