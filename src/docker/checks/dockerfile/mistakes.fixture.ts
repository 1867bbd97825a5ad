import { oneOf } from '../../../../testbed/hostile/mutate';

/** What a reader does to a Dockerfile by mistake: the lines afterwards; undefined where they give no occasion for it. */
export type Slip = (lines: readonly string[], random: () => number) => string[] | undefined;

/** A slip in one of the lines that a form fits. */
const inLine =
  (form: RegExp, change: (line: string, random: () => number) => string): Slip =>
  (lines, random) => {
    const places = [...lines.keys()].filter((at) => form.test(lines[at] ?? ''));
    if (places.length === 0) return undefined;
    const at = oneOf(random, places);
    return lines.with(at, change(lines[at] ?? '', random));
  };

const any = /^[A-Z]+ /;
const copy = /^COPY \S+ \S+$/;
const inside = (random: () => number, text: string) => 1 + Math.floor(random() * (text.length - 2));

const letters = (form: RegExp, change: (word: string, at: number) => string): Slip =>
  inLine(form, (line, random) => line.replace(form, (word) => change(word, inside(random, word))));

/** The kinds of mistakes, by a name for each. */
export const slips: Readonly<Record<string, Slip>> = {
  'two letters of the instruction change places': letters(
    /^[A-Z]{4}/,
    (word, at) => word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2),
  ),
  'a letter of the instruction is lost': letters(
    /^[A-Z]{4}/,
    (word, at) => word.slice(0, at) + word.slice(at + 1),
  ),
  'a letter of the instruction stands twice': letters(
    /^[A-Z]{4}/,
    (word, at) => word.slice(0, at + 1) + word.slice(at),
  ),
  'no space behind the instruction': inLine(any, (line) => line.replace(' ', '')),
  'a full-width space': inLine(any, (line) => line.replace(' ', '\u3000')),
  'a space of a web page': inLine(any, (line) => line.replace(/ (?=\S+$)/, '\u00A0')),
  'a colon behind the instruction': inLine(any, (line) => line.replace(' ', ': ')),
  'an equals sign behind the instruction': inLine(any, (line) => line.replace(' ', '=')),
  'the words of COPY change places': inLine(copy, (line) => line.replace(/(\S+) (\S+)$/, '$2 $1')),
  'no target': inLine(copy, (line) => line.replace(/ \S+$/, '')),
  'no space before the target': inLine(copy, (line) => line.replace(/ (?=\/\S*$)/, '')),
  'a comma between the words': inLine(copy, (line) => line.replace(/ (?=\S+$)/, ', ')),
  'a letter of the image is lost': letters(
    /(?<=^FROM )\w+/,
    (word, at) => word.slice(0, at) + word.slice(at + 1),
  ),
  'another image': inLine(/^FROM \S+$/, () => 'FROM nginx'),
  'a letter of the target is lost': letters(
    /(?<=\/)\w{4,}(?=[/\d]|$)/,
    (word, at) => word.slice(0, at) + word.slice(at + 1),
  ),
  'the folder above the target': inLine(copy, (line) => line.replace(/\/[^/ ]+\/?$/, '/')),
  'the path of the file on this computer': inLine(copy, (line) =>
    line.replace(/^(\S+ )(?=\S)/, '$1/home/kim/work/'),
  ),
  'the path of the file on Windows': inLine(copy, (line) =>
    line.replace(/^(\S+ )(\S+)/, '$1C:\\Users\\kim\\$2'),
  ),
  'the folder before the file': inLine(copy, (line) =>
    line.replace(/^(\S+ )(?=\w)/, '$1apa_folder/'),
  ),
  'a capital in the name of the file': inLine(copy, (line) => line.replace(' index', ' Index')),
  'the ending .htm': inLine(copy, (line) => line.replace('.html', '.htm')),
  'a quotation mark is not closed': inLine(any, (line) => line.replace(' ', ' "')),
  'quotation marks of a word processor': inLine(copy, (line) =>
    line.replace(/ (\S+) /, ' \u201C$1\u201D '),
  ),
  'a comment with slashes': (lines) => ['// 아파치 이미지', ...lines],
  'a comment behind the words': inLine(any, (line) => `${line} // 메모`),
  'the fence of a web page': (lines) => ['```dockerfile', ...lines.slice(0, -1), '```'],
  'the prompt of a terminal': inLine(any, (line) => `$ ${line}`),
  'a command of the terminal': (lines) => [...lines, 'docker build -t ex22_original2 .'],
  'the numbers of lines': (lines) =>
    lines.map((line, at) => (line === '' ? line : `${at + 1} ${line}`)),
  'all in one line': (lines) => [lines.join(' ').trim()],
  'one instruction in two lines': inLine(copy, (line) => line.replace(/ (?=\S+$)/, '\n  ')),
  'FROM comes last': (lines) => [...lines.slice(1), lines[0] ?? ''],
  'no FROM': (lines) => (/^FROM/.test(lines[0] ?? '') ? lines.slice(1) : undefined),
  'RUN cp': inLine(copy, (line) => line.replace('COPY', 'RUN cp')),
};
