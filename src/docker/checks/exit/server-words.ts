import { distance } from 'fastest-levenshtein';

import type { ContainerFacts } from '../../engine/facts';
import type { Service } from '../../model/exercise';

/** What a database server does not know, and what is meant; both as they are typed. */
export interface UnknownWord {
  readonly typed: string;
  readonly wanted: string;
  readonly line: string;
}

/** How many slips may be in a word that is still recognised, in each of so many letters. */
const lettersOfSlip = 6;

/** The option that a server's log calls unknown, as it was typed; an option of the exercise that is nearly the same is meant. */
export function unknownOption(
  log: string,
  { command }: Pick<ContainerFacts, 'command'>,
  { command: wanted = [] }: Service,
): UnknownWord | undefined {
  const found = findIn(log, [/unknown (?:variable|option) '(?<word>[^']+)'/i], isRefusal);
  if (!found) return undefined;
  const plain = found.word.replace(/^-+/, '');
  const typed =
    command.find((word) => word.replace(/^-+/, '') === plain) ??
    command.find((word) => /^-[^-]/.test(word) && word.startsWith(found.word)) ??
    `--${plain}`;
  const options = wanted.map((word) => (typed.includes('=') ? word : (word.split('=')[0] ?? '')));
  return { typed, wanted: nearest(typed, options), line: found.line };
}

/** The value that a server's log calls unknown. */
export function unknownValue(
  log: string,
  { command: wanted = [] }: Service,
): UnknownWord | undefined {
  const patterns = [
    /unknown (?:character set|collation):? '(?<word>[^']+)'/i,
    /character set '(?<word>[^']+)' is not a compiled character set/i,
  ];
  const found = findIn(log, patterns, isRefusal);
  if (!found) return undefined;
  const values = wanted.map((word) => word.split('=').at(-1) ?? '');
  return { typed: found.word, wanted: nearest(found.word, values), line: found.line };
}

/** Whether a line is one of a database server that ends for it. */
function isRefusal(line: string): boolean {
  return /\bERROR\b|^(?:mysqld|mariadbd):/.test(line);
}

interface Found extends Readonly<Record<string, string>> {
  readonly line: string;
  readonly word: string;
}

/** The first line that matches one of the patterns, with what they name in it. */
function findIn(
  log: string,
  patterns: readonly RegExp[],
  isAsked: (line: string) => boolean,
): Found | undefined {
  const lines = log.split('\n').filter(isAsked);
  for (const pattern of patterns)
    for (const line of lines) {
      const match = pattern.exec(line);
      if (match) return { word: '', ...match.groups, line: line.trim() };
    }
  return undefined;
}

function nearest(typed: string, words: readonly string[]): string {
  const rated = words
    .map((word) => ({ word, slips: distance(typed, word) }))
    .filter(({ word, slips }) => slips > 0 && slips <= Math.max(2, word.length / lettersOfSlip))
    .sort((one, other) => one.slips - other.slips);
  return rated[0]?.word ?? '';
}

/** What made the data of a server that cannot read them: an image with its version as far as the log tells, or empty; undefined where the log says nothing of that kind. */
export function makerOfData(log: string): { line: string; made: string } | undefined {
  for (const { pattern, server } of foreignData) {
    const found = findIn(log, [pattern], isRefusal);
    if (!found) continue;
    const { number = '', version = '', kind = server } = found;
    const told = number ? versionOf(number) : (/^\d+\.\d+/.exec(version)?.[0] ?? '');
    const made = kind && told ? `${kind}:${told}` : kind;
    return { line: found.line, made: made.toLowerCase() };
  }
  return undefined;
}

const foreignData: readonly { readonly pattern: RegExp; readonly server: string }[] = [
  {
    pattern: /invalid mysql server (?:up|down)grade: cannot \w+ from (?<number>\d{5,6})\b/i,
    server: 'mysql',
  },
  {
    pattern: /server version \d+ on data directory built by version (?<number>\d{5,6})\b/i,
    server: 'mysql',
  },
  {
    pattern: /(?:created|built) (?:with|by) (?<kind>mysql|mariadb)(?:[- ](?<version>\d[\d.]*))?/i,
    server: '',
  },
  { pattern: /mysql[- ](?<version>8\.0) tablespace in /i, server: 'mysql' },
  // MySQL from 8.0.30 on keeps its log elsewhere; the flags of its tablespace are not MariaDB's.
  {
    pattern: /file \.\/ib_logfile0 was not found|invalid flags 0x4\w+ in \.\/ibdata1/i,
    server: 'mysql',
  },
  { pattern: /tablespace flags are invalid in datafile: \.\/ibdata1/i, server: 'mariadb' },
  {
    pattern:
      /unsupported redo log format|redo log .{1,200} (?:not |un)supported|upgrade is not supported after a crash|unsupported undo header type/i,
    server: '',
  },
];

/** A version as a server counts it: 50744 is 5.7, 90100 is 9.1. */
function versionOf(number: string): string {
  const count = Number(number);
  return `${Math.floor(count / 10_000)}.${Math.floor(count / 100) % 100}`;
}
