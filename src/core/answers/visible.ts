/** How a text from elsewhere is shown. */
export interface Showing {
  /**
   * How many characters are shown.
   * @default 1000
   */
  readonly most?: number;
  /**
   * Whether its line breaks stay: for logs.
   * @default false
   */
  readonly lines?: boolean;
}

// Characters without a visible form: control characters, those that turn the direction or hide
// others, separators of lines, halves of a character, letters that look like a space.
const hidden = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u115f\u1160\u2800\u3164\uffa0]/gu;
// Marks that are piled up on one letter paint over the lines around it.
const piled = /(\p{M}{4})\p{M}+/gu;

const named: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A text that is safe on a screen, whoever wrote it: characters that a terminal would obey are written out, and a long text is cut. */
export function visible(text: string, { most = 1_000, lines = false }: Showing = {}): string {
  const start = cut(text, most);
  const plain = (lines ? start.replaceAll('\r\n', '\n') : start).replace(piled, '$1');
  const shown = plain.replace(hidden, (sign) => (lines && sign === '\n' ? sign : escaped(sign)));
  return cut(shown, most);
}

/** A text of any length that keeps its line breaks and is safe on a screen. */
export function visibleLines(text: string): string {
  return visible(text, { most: Infinity, lines: true });
}

/** A coloured line that is safe on a screen: only its colours and line breaks stay, every other command to a terminal is written out. */
export function visiblePaint(line: string): string {
  return line
    .split(colour)
    .map((part, at) => (at % 2 === 0 ? visibleLines(part) : part))
    .join('');
}

// eslint-disable-next-line no-control-regex -- It is what terminals are told.
const colour = /(\u001b\[\d{1,3}m)/;

type Values = Readonly<Record<string, string>>;

/** Values from outside, made safe for texts. */
export function visibleValues<V extends Values>(values: V): V {
  return each(values, visibleValue);
}

/** A value of that name, made safe for texts. */
export function visibleValue(name: string, value: string): string {
  return visible(value, { ...long[name], lines: false });
}

/** Values that may be longer than others: a log, which keeps its lines, and what a user has no permission for. */
const long: Readonly<Record<string, Showing>> = {
  log: { most: 4_000, lines: true },
  actions: { most: 4_000 },
};

/** The same for a place that shows more than one line. */
export function visibleLog<V extends Values>(values: V): V {
  return each(values, (name, value) => visible(value, long[name]));
}

function each<V extends Values>(values: V, show: (name: string, value: string) => string): V {
  const shown = Object.entries(values).map(([name, value]) => [name, show(name, value)]);
  return Object.fromEntries(shown) as V;
}

/** JSON without anything that a terminal would obey; it is read as the same value. */
export function visibleJson(json: string): string {
  return json.replace(hidden, (sign) => (sign === '\n' ? sign : units(sign)));
}

function escaped(sign: string): string {
  const code = sign.codePointAt(0) ?? 0;
  return named[sign] ?? (code > 0xffff ? `\\u{${code.toString(16)}}` : units(sign));
}

function units(sign: string): string {
  return [...Array(sign.length).keys()]
    .map((at) => `\\u${sign.charCodeAt(at).toString(16).padStart(4, '0')}`)
    .join('');
}

function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  // Half of a character must not stay at the end.
  return `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
