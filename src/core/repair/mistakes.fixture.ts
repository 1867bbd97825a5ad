import { oneOf } from '../../../testbed/hostile/mutate';

/** What a beginner does to a text by mistake: the lines afterwards; undefined where the text gives no occasion for it. */
export type Slip = (lines: readonly string[], random: () => number) => string[] | undefined;

const indentOf = (line: string) => line.length - line.trimStart().length;
const key = /^(\s*(?:- )?)([A-Za-z_]+):/;
const hasValue = /: \S/;

/** The index after the lines that stand deeper than one. */
function endBelow(lines: readonly string[], at: number): number {
  const own = indentOf(lines[at] ?? '');
  const after = lines.findIndex(
    (line, index) => index > at && line.trim() !== '' && indentOf(line) <= own,
  );
  return after < 0 ? lines.length : after;
}

const moved = (lines: readonly string[], from: number, to: number, by: number) =>
  lines.map((line, at) => {
    if (at < from || at >= to || line.trim() === '') return line;
    return ' '.repeat(Math.max(0, indentOf(line) + by)) + line.trimStart();
  });

type Occasion = (line: string, at: number, lines: readonly string[]) => boolean;

/** A slip in one of the lines that give occasion for it. */
function slipIn(
  occasion: Occasion,
  make: (lines: readonly string[], at: number, random: () => number) => string[],
): Slip {
  return (lines, random) => {
    const places = [...lines.keys()].filter((at) => {
      const line = lines[at] ?? '';
      return line.trim() !== '' && occasion(line, at, lines);
    });
    return places.length === 0 ? undefined : make(lines, oneOf(random, places), random);
  };
}

/** The same, where the line alone gets another text. */
const rewrite = (occasion: Occasion, change: (line: string, random: () => number) => string) =>
  slipIn(occasion, (lines, at, random) => lines.with(at, change(lines[at] ?? '', random)));

function letters(change: (name: string, at: number) => string): Slip {
  const isLong = (line: string) => /[a-z]{4}/.test(key.exec(line)?.[2] ?? '');
  return rewrite(isLong, (line, random) =>
    line.replace(key, (_whole, before: string, name: string) => {
      const at = 1 + Math.floor(random() * (name.length - 2));
      return `${before}${change(name, at)}:`;
    }),
  );
}

const isItem: Occasion = (line) => /^\s*- /.test(line);
const isDeep: Occasion = (line) => indentOf(line) >= 2;
const isParent: Occasion = (line, at, lines) =>
  /:$/.test(line) && indentOf(lines[at + 1] ?? '') > indentOf(line);

/** The kinds of mistakes, by a name for each. */
export const slips: Readonly<Record<string, Slip>> = {
  'two letters change places': letters((name, at) => {
    const [one = '', other = ''] = [name[at], name[at + 1]];
    return name.slice(0, at) + other + one + name.slice(at + 2);
  }),
  'a letter is lost': letters((name, at) => name.slice(0, at) + name.slice(at + 1)),
  'a letter stands twice': letters((name, at) => name.slice(0, at + 1) + name.slice(at)),
  'a name begins with a capital': letters((name) => name.charAt(0).toUpperCase() + name.slice(1)),
  'no space after a colon': rewrite(
    (line) => hasValue.test(line),
    (line) => line.replace(': ', ':'),
  ),
  'a full-width colon': rewrite(
    (line) => /:(?: |$)/.test(line),
    (line) => line.replace(/:( |$)/, '：$1'),
  ),
  'a full-width colon without a space': rewrite(
    (line) => hasValue.test(line),
    (line) => line.replace(': ', '：'),
  ),
  'spaces of a web page': rewrite(
    isDeep,
    (line) => '\u00A0'.repeat(indentOf(line)) + line.trimStart(),
  ),
  'a full-width space': rewrite(isDeep, (line) => `\u3000${line.slice(1)}`),
  'a tab': rewrite(isDeep, (line) => `\t${line.trimStart()}`),
  'two tabs': rewrite(
    (line) => indentOf(line) >= 4,
    (line) => `\t\t${line.trimStart()}`,
  ),
  'one space too many': rewrite(
    (_line, at) => at > 0,
    (line) => ` ${line}`,
  ),
  'one space too few': rewrite(isDeep, (line) => line.slice(1)),
  'a block too deep': slipIn(
    (_line, at) => at > 0,
    (lines, at) => moved(lines, at, endBelow(lines, at), 2),
  ),
  'a block not deep enough': slipIn(isDeep, (lines, at) =>
    moved(lines, at, endBelow(lines, at), -2),
  ),
  'nothing is indented below a name': slipIn(isParent, (lines, at) => {
    const by = indentOf(lines[at] ?? '') - indentOf(lines[at + 1] ?? '');
    return moved(lines, at + 1, endBelow(lines, at), by);
  }),
  'a block at the top level': slipIn(
    (line) => indentOf(line) >= 4 && key.test(line),
    (lines, at) => moved(lines, at, endBelow(lines, at), -indentOf(lines[at] ?? '')),
  ),
  'no dash': rewrite(isItem, (line) => line.replace('- ', '  ')),
  'no dash and no space for it': rewrite(isItem, (line) => line.replace('- ', '')),
  'a dash too many': rewrite(
    (line) => /^ +\w+:/.test(line),
    (line) => line.replace(/^( +)/, '$1- '),
  ),
  'no space after a dash': rewrite(isItem, (line) => line.replace('- ', '-')),
  'a quotation mark is not closed': rewrite(
    (line) => /: \w\S*$/.test(line),
    (line) => line.replace(': ', ': "'),
  ),
  'quotation marks of a word processor': rewrite(
    (line) => /: [a-z]\S*$/.test(line),
    (line) => line.replace(/: (\S+)$/, ': \u201C$1\u201D'),
  ),
  'a number in quotes': rewrite(
    (line) => /: \d+$/.test(line),
    (line) => line.replace(/: (\d+)$/, ': "$1"'),
  ),
  'a full-width digit': rewrite(
    (line) => /: \d+$/.test(line),
    (line) => line.replace(/\d$/, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  ),
  "Docker's pair for a port": rewrite(
    (line) => /[pP]ort: \d+$/.test(line),
    (line) => `${line}:80`,
  ),
  'the fence of a web page': (lines) => ['```yaml', ...lines.slice(0, -1), '```'],
  'the prompt of a terminal': (lines) => ['$ cat file.yml', ...lines],
  'a line twice': slipIn(
    (line) => hasValue.test(line) && !line.includes('- '),
    (lines, at) => lines.toSpliced(at, 0, lines[at] ?? ''),
  ),
  'a line is lost': slipIn(
    (line) => hasValue.test(line) && !line.includes('- '),
    (lines, at) => lines.toSpliced(at, 1),
  ),
  'two letters of a value change places': rewrite(
    (line) => /: [a-z]\w{4,}$/.test(line),
    (line) => line.replace(/(\w)(\w)$/, '$2$1'),
  ),
  'an equals sign for a colon': rewrite(
    (line) => hasValue.test(line),
    (line) => line.replace(': ', '='),
  ),
  'a semicolon for a colon': rewrite(
    (line) => /:(?: |$)/.test(line),
    (line) => line.replace(/:( |$)/, ';$1'),
  ),
  'a comment with slashes': rewrite(
    (line) => /: \S+$/.test(line),
    (line) => `${line} // 메모`,
  ),
  'no colon': rewrite(
    (line) => key.test(line),
    (line) => line.replace(key, '$1$2'),
  ),
  'a colon after an item': rewrite(
    (line) => /^\s*- [\w-]+$/.test(line),
    (line) => `${line}:`,
  ),
  'the first line is indented': (lines) => lines.with(0, ` ${lines[0] ?? ''}`),
};
