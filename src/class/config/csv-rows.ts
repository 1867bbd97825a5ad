import { CsvError, parse } from 'csv-parse/sync';

/** A row of a CSV file, with the line of the file in which it begins. */
export interface Row {
  readonly line: number;
  /** The cells up to the last one with something in it. */
  readonly cells: readonly string[];
  /** How many cells the row has, with the empty ones at its end. */
  readonly width: number;
  /** The row as it stands in the file. */
  readonly text: string;
}

const delimiters = [',', ';', '\t'];

/** The rows of a CSV file that have something in a cell; and the row from which on it cannot be read, since its quotation marks do not fit. */
export function rowsOf(content: string): {
  readonly rows: readonly Row[];
  readonly broken?: Pick<Row, 'line' | 'text'>;
} {
  // Excel writes the delimiter into a first line `sep=;`. The line stays, empty, so that lines are counted right.
  const text = content.replaceAll(/\r\n?/g, '\n');
  const [said, named] = /^sep=([,;\t])(?=\n)/i.exec(text) ?? [''];
  const rest = text.slice(said.length);
  const rows: Row[] = [];
  const read = { characters: 0, lines: 0 };
  const begin = (raw: string) => {
    const [blank = ''] = /^(?:[^\S\n]*\n)*/.exec(raw) ?? [];
    const line = 1 + read.lines + breaksIn(blank);
    return { line, text: raw.slice(blank.length).trimEnd() };
  };
  try {
    parse(rest, {
      delimiter: named ?? delimiterOf(rest),
      record_delimiter: '\n',
      raw: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      max_record_size: 0,
      on_record: (parsed: unknown) => {
        // The declared type leaves out what `raw` adds.
        const { record, raw } = parsed as { readonly record: string[]; readonly raw: string };
        const cells = withoutEmptyEnd(record);
        if (cells.length > 0) rows.push({ ...begin(raw), cells, width: record.length });
        read.characters += raw.length;
        read.lines += breaksIn(raw);
        return null;
      },
    });
    return { rows };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { line, text: whole } = begin(rest.slice(read.characters));
    return { rows, broken: { line, text: whole.split('\n')[0] ?? '' } };
  }
}

function breaksIn(text: string): number {
  return text.split('\n').length - 1;
}

/** The delimiter that the first line with something in it has most, outside of quotation marks. */
function delimiterOf(text: string): string {
  const first = text.split('\n').find((line) => line.trim() !== '') ?? '';
  const header = first.replaceAll(/"[^"]*"/g, '');
  const count = (sign: string) => header.split(sign).length;
  return delimiters.reduce((most, sign) => (count(sign) > count(most) ? sign : most));
}

/** Spreadsheets leave empty cells at the end of rows. */
function withoutEmptyEnd(cells: readonly string[]): readonly string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);
}
