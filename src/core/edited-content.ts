import { edited, type Edit } from './edit';

/** A file's content after edits, in its own encoding and with its own line ends; undefined where it does not have the lines that they replace, or is not in an encoding that can be written again. */
export function editedContent(content: Buffer, edits: readonly Edit[]): Buffer | undefined {
  const encoding = encodings.find((one) => one.encode(one.decode(content)).equals(content));
  if (!encoding) return undefined;
  const text = encoding.decode(content);
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  const after = editedText(text.slice(mark.length), edits);
  return after === undefined ? undefined : encoding.encode(mark + after);
}

interface Encoding {
  decode(content: Buffer): string;
  encode(text: string): Buffer;
}

const marked = (encoding: Encoding, ...mark: readonly number[]): Encoding => ({
  decode: (content) =>
    mark.every((byte, at) => content[at] === byte) ? encoding.decode(content) : '',
  encode: (text) => encoding.encode(text),
});

const bigEndian: Encoding = {
  decode: (content) => (content.length % 2 === 0 ? swapped(content).toString('utf16le') : ''),
  encode: (text) => swapped(Buffer.from(text, 'utf16le')),
};

/** In the order in which they are tried. */
const encodings: readonly Encoding[] = [
  marked(
    {
      decode: (content) => content.toString('utf16le'),
      encode: (text) => Buffer.from(text, 'utf16le'),
    },
    0xff,
    0xfe,
  ),
  marked(bigEndian, 0xfe, 0xff),
  { decode: (content) => content.toString('utf8'), encode: (text) => Buffer.from(text, 'utf8') },
];

const swapped = (content: Buffer): Buffer => Buffer.from(content).swap16();

interface Line {
  readonly text: string;
  readonly end: string;
}

function editedText(text: string, edits: readonly Edit[]): string | undefined {
  const lines = linesOf(text);
  if (!edits.every((edit) => isOf(lines, edit))) return undefined;
  const usual = lines.find(({ end }) => end !== '')?.end ?? '\n';
  const after = edited(
    lines,
    edits.map((edit) => ({ ...edit, after: edit.after.map((own) => ({ text: own, end: usual })) })),
  );
  const last = after.length - 1;
  // Lines that stay keep their ends; the last one has none where the file had none.
  return after.map((line, at) => line.text + (at === last ? '' : line.end || usual)).join('');
}

function linesOf(text: string): Line[] {
  const parts = text.split(/(\r?\n)/);
  return parts.flatMap((part, at) =>
    at % 2 === 0 ? [{ text: part, end: parts[at + 1] ?? '' }] : [],
  );
}

function isOf(lines: readonly Line[], { line, before }: Edit): boolean {
  const isWithin = line >= 1 && line <= lines.length + 1;
  return isWithin && before.every((text, at) => lines[line - 1 + at]?.text === text);
}
