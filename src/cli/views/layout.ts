import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';

/** Columns that a text needs beside its beginning; with fewer it goes below. */
const narrowest = 24;
/** How far a text stands in that goes below its beginning. */
const below = 4;

/**
 * The columns that texts for a stream are laid out for. Undefined where lines stay whole: scripts read
 * line by line, and a terminal that does not know its width wraps by itself. COLUMNS asks for a width
 * without a terminal, as for a pager.
 */
export function widthOf({ isTTY, columns }: NodeJS.WriteStream): number | undefined {
  const width = isTTY ? columns : Number(process.env['COLUMNS']);
  return Number.isInteger(width) && width > 0 ? width : undefined;
}

/** A text for so many columns: broken at spaces only, and never inside a command; lines that go on hang under their beginning. */
export function layOut(text: string, width: number | undefined): string {
  if (width === undefined) return text;
  return text
    .split('\n')
    .map((line) => (stringWidth(line) <= width ? line : hang(...split(line), width)))
    .join('\n');
}

/** A text beside what it belongs to, such as a title beside an id; below it where the columns are too few. */
export function beside(beginning: string, text: string, width: number | undefined): string {
  if (width === undefined) return `${beginning}${text}`.trimEnd();
  if (width - stringWidth(beginning) >= narrowest) return hang(beginning, text, width).trimEnd();
  const indent = ' '.repeat((/^ */.exec(beginning)?.[0].length ?? 0) + below);
  return `${beginning.trimEnd()}\n${hang(indent, text, width)}`;
}

// Marks and numbers before a text, as they are printed; colour ends behind a mark.
// eslint-disable-next-line no-control-regex -- Colours are control characters.
const marks = /^ *(?:(?:\u001b\[\d+m)*(?:[✓✗·→?!+-]|->|\[(?:ok|x| )\]|\d+\.)(?:\u001b\[\d+m)* +)*/;

function split(line: string): [beginning: string, body: string] {
  const [beginning = ''] = marks.exec(line) ?? [];
  return [beginning, line.slice(beginning.length)];
}

function hang(beginning: string, body: string, width: number): string {
  const indent = stringWidth(beginning);
  const room = Math.max(1, width - indent);
  const wrapped = wrapAnsi(whole(body, room), room, { hard: false }).replaceAll(glue, ' ');
  return beginning + wrapped.replaceAll('\n', `\n${' '.repeat(indent)}`);
}

// Stands for a space at which no line ends; of no use in any text.
const glue = '\ue000';

const programs =
  /^(?:npx |sudo )?(?:dkkb|docker|kubectl|minikube|ssh|ssh-keygen|npm|apt-get|systemctl) /;
const quoted = /`[^`]+`/g;
// A command that ends its text without quotes, as in `Check: dkkb check ID`.
const last = /(?<=: )[\x21-\x7e]+(?: [\x21-\x7e]+)+$/;

/** A text in which what is to be typed has no space to be broken at; a long quotation that is no command may be broken. */
function whole(text: string, room: number): string {
  const joined = (words: string) => words.replaceAll(' ', glue);
  return text
    .replace(quoted, (words) =>
      programs.test(words.slice(1)) || stringWidth(words) <= room ? joined(words) : words,
    )
    .replace(last, (words) => (programs.test(words) ? joined(words) : words));
}
