/** What a line of cmd does wrong, by rules; cmd has no grammar that is published. */
export function mistakesInCmd(line: string): string[] {
  const bare = withoutLoop(withoutQuoted(line));
  return rules.filter(({ breaks }) => breaks(bare, line)).map(({ name }) => name);
}

/** The commands that a line of cmd names. */
export function firstWordsInCmd(line: string): string[] {
  return line
    .replaceAll(/"[^"]*"/g, (word) => /([^\\"]+\.exe)"$/.exec(word)?.[1] ?? 'WORD')
    .split(/\|\||&&|[&|()]|\bdo\b/)
    .map((part) => /[^\s'@]+/.exec(part)?.[0] ?? '')
    .filter((word) => word !== '');
}

interface Rule {
  readonly name: string;
  breaks(bare: string, line: string): boolean;
}

const rules: readonly Rule[] = [
  {
    name: 'a double quote is left open',
    breaks: (_, line) => (line.split('"').length - 1) % 2 > 0,
  },
  {
    name: 'a single quote is used as a quote',
    breaks: (bare) => /(?:^|[\s=])'|'(?=\s|$)/.test(bare),
  },
  {
    name: 'a variable of another shell',
    breaks: (bare, line) => /\$[\w{(]/.test(bare) || /\$\{?(?:PWD|HOME|USER|env:)/i.test(line),
  },
  { name: 'a file is redirected', breaks: (bare) => /[<>]/.test(bare) },
  { name: 'a ^ changes the next letter', breaks: (bare) => bare.includes('^') },
  { name: 'a backtick is no sign of cmd', breaks: (bare) => bare.includes('`') },
  { name: 'a semicolon separates no commands', breaks: (bare) => /;(?:\s|$)/.test(bare) },
  { name: '\\ continues no line', breaks: (bare) => /\\$/.test(bare) },
  { name: 'a # begins no comment', breaks: (bare) => /(?:^|\s)#/.test(bare) },
  { name: 'a home written ~', breaks: (bare) => /(?:^|\s)~/.test(bare) },
  { name: 'several lines', breaks: (_, line) => line.includes('\n') },
];

const withoutQuoted = (line: string) => line.replaceAll(/"[^"]*"/g, 'WORD');

/** The command in `for /f %x in ('command') do …` stands in single quotes. */
const withoutLoop = (bare: string) => bare.replace(/\bin \('[^']*'\)/, 'in LIST');
