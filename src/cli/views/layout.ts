import { brokenAt, columnsOf } from './measures';

/** Columns that a text needs beside its beginning; with fewer columns it goes below. */
const narrowest = 24;
/** The indentation of a text below its beginning. */
const below = 4;

/**
 * The width for texts of a stream, in columns. Undefined where lines are not broken: scripts read line
 * by line, and a terminal that does not know its width wraps by itself. COLUMNS sets a width without a
 * terminal, such as for a pager.
 */
export function widthOf({ isTTY, columns }: NodeJS.WriteStream): number | undefined {
  const width = isTTY ? columns : Number(process.env['COLUMNS']);
  return Number.isInteger(width) && width > 0 ? width : undefined;
}

/** A text for so many columns: it is broken only at spaces and never inside a command; the next lines are indented under the beginning. */
export function layOut(text: string, width: number | undefined): string {
  if (width === undefined) return text;
  return text
    .split('\n')
    .map((line) => (columnsOf(line) <= width ? line : hang(...split(line), width)))
    .join('\n');
}

/** A text beside its beginning, such as a title beside an id; below it where the width is too small. */
export function beside(beginning: string, text: string, width: number | undefined): string {
  if (width === undefined) return `${beginning}${text}`.trimEnd();
  if (width - columnsOf(beginning) >= narrowest) return hang(beginning, text, width).trimEnd();
  const indent = ' '.repeat((/^ */.exec(beginning)?.[0].length ?? 0) + below);
  return `${beginning.trimEnd()}\n${hang(indent, text, width)}`;
}

// Marks and numbers that are printed before a text; the colour of a mark ends after it.
// eslint-disable-next-line no-control-regex -- Colours are control characters.
const marks = /^ *(?:(?:\u001b\[\d+m)*(?:[✓✗·→?!+-]|->|\[(?:ok|x| )\]|\d+\.)(?:\u001b\[\d+m)* +)*/;

function split(line: string): [beginning: string, body: string] {
  const [beginning = ''] = marks.exec(line) ?? [];
  return [beginning, line.slice(beginning.length)];
}

function hang(beginning: string, body: string, width: number): string {
  const indent = columnsOf(beginning);
  const room = Math.max(1, width - indent);
  const wrapped = brokenAt(whole(body, room), room).replaceAll(glue, ' ');
  return beginning + wrapped.replaceAll('\n', `\n${' '.repeat(indent)}`);
}

// Replaces a space at which a line must not be broken; no text contains this character.
const glue = '\ue000';

const programs =
  /^(?:npx |sudo )?(?:dkkb|docker|kubectl|minikube|ssh|ssh-keygen|npm|apt-get|systemctl) /;
const quoted = /`[^`]+`/g;
// A command that ends its text without quotes, as in `Check: dkkb check ID`.
const last = /(?<=: )\S+(?: \S+)+$/;

/** A text in which commands have no space where a line may be broken; a long quotation that is no command may be broken. */
function whole(text: string, room: number): string {
  const joined = (words: string) => words.replaceAll(' ', glue);
  return text
    .replace(quoted, (words) =>
      programs.test(words.slice(1)) || columnsOf(words) <= room ? joined(words) : words,
    )
    .replace(last, (words) => (programs.test(words) ? joined(words) : words));
}
