import isUnicodeSupported from 'is-unicode-supported';
import pc from 'picocolors';
import { isVerbose } from '../../core/debug';
import type { Reporter } from '../../core/reporter';
import type { Text } from '../../core/text';
import { visibleJson, visiblePaint } from '../../core/answers/visible';
import { say } from '../language';
import { layOut, widthOf } from './layout';

/** Exit codes: done or passed, a check failed, wrong use, the machine or the engine cannot. */
export const exit = { done: 0, failed: 1, wrongUse: 2, cannot: 3 } as const;

const plain =
  !isUnicodeSupported() ||
  process.env['LC_ALL'] === 'C' ||
  (!process.env['LC_ALL'] && process.env['LANG'] === 'C');

const colours = (stream: NodeJS.WriteStream) => pc.createColors(usesColour(stream));

/** Whether a stream gets colour: a terminal, and neither NO_COLOR nor TERM=dumb. */
function usesColour(stream: NodeJS.WriteStream): boolean {
  return Boolean(stream.isTTY) && !process.env['NO_COLOR'] && process.env['TERM'] !== 'dumb';
}

/** Colours for results, which go to standard output. */
export const paint = colours(process.stdout);
const paintChatter = colours(process.stderr);

/** Whether results can be drawn in place: on a capable terminal, and where nothing else is printed between. */
export function isDrawable(): boolean {
  return process.stdout.isTTY && process.env['TERM'] !== 'dumb' && !isVerbose();
}

/** Between a name and what is said of it, plain where the terminal cannot show another. */
export const dash = plain ? '-' : '–';

/** The marks before a line, plain where the terminal cannot show others. */
export const mark = {
  passed: paint.green(plain ? '[ok]' : '✓'),
  failed: paint.red(plain ? '[x]' : '✗'),
  unknown: paint.yellow('?'),
  note: paint.yellow('!'),
  open: paint.dim(plain ? '[ ]' : '·'),
  elsewhere: paint.dim(dash),
  arrow: plain ? '->' : '→',
} as const;

/** Prints a text as a result, laid out for the terminal; it contains nothing that a terminal would obey except colours. */
export function print(text = ''): void {
  printLine(forScreen(text));
}

/** Prints a line as it is, as a result: a command to type, a table, JSON. */
export function printLine(line: string): void {
  process.stdout.write(`${visiblePaint(line)}\n`);
}

/** A text as `print` lays it out, for code that draws it itself. */
export function forScreen(text: string): string {
  return layOut(text, screenWidth());
}

/** The width of results in columns; undefined where lines are not broken. */
export function screenWidth(): number | undefined {
  return widthOf(process.stdout);
}

/** A value as JSON in one line. */
export function jsonLine(value: unknown): string {
  return visibleJson(JSON.stringify(value));
}

/** Prints a value as JSON, as a result. */
export function printJson(value: unknown): void {
  printLine(visibleJson(JSON.stringify(value, null, 2)));
}

/** Prints a text that is not part of the result, to standard error, laid out for the terminal. */
export function chat(text: string): void {
  chatLine(forChat(text));
}

/** Prints a line as it is, to standard error: a command to type. */
export function chatLine(line: string): void {
  process.stderr.write(`${visiblePaint(line)}\n`);
}

/** A text as `chat` lays it out, after `taken` columns that are already used. */
export function forChat(text: string, taken = 0): string {
  const width = widthOf(process.stderr);
  return layOut(text, width === undefined ? undefined : width - taken);
}

/** Shows on standard error what an action does: with a spinner on a terminal, elsewhere with lines. */
export const reporter: Reporter = {
  note: (text) => chat(`${paintChatter.yellow('!')} ${say(text)}`),
  async step(text, work) {
    // A terminal that does not know its width (0, as under `script`) cannot show a spinner.
    // The output of --verbose needs its own lines.
    if (!process.stderr.isTTY || !process.stderr.columns || isVerbose())
      return plainStep(text, work);
    const { default: ora } = await import('ora');
    const shown = (now: Text) => hung(forChat(say(now), spinnerWidth), spinnerWidth);
    // The package knows nothing of NO_COLOR.
    const color = usesColour(process.stderr) ? 'cyan' : false;
    const spinner = ora({ text: shown(text), stream: process.stderr, isEnabled: true, color });
    // Quick steps end before the spinner starts, so nothing flickers.
    const timer = setTimeout(() => spinner.start(), 150);
    try {
      return await work((now) => (spinner.text = shown(now)));
    } finally {
      clearTimeout(timer);
      spinner.stop();
    }
  },
};

/** Columns of the spinner and the space behind it. */
const spinnerWidth = 2;

function hung(text: string, indent: number): string {
  return text.replaceAll('\n', `\n${' '.repeat(indent)}`);
}

async function plainStep<T>(
  text: Text,
  work: (update: (text: Text) => void) => Promise<T>,
): Promise<T> {
  const first = say(text);
  chat(`- ${first}`);
  const shown = new Set([first]);
  return work((now) => {
    // Counters would fill a log, so only a new sentence is printed.
    const line = say(now);
    const sentence = line.replace(/\d+/g, '');
    if (shown.has(sentence) || shown.has(line)) return;
    shown.add(sentence);
    if (!/\(\d+\/\d+\)/.test(line)) chat(`- ${line}`);
  });
}
