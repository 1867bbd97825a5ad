import { stringify } from 'csv-stringify/sync';

/** A cell: a number, a text, or nothing. */
export type CsvCell = string | number | boolean | undefined;

// A spreadsheet would take a text that begins like this for a formula.
const formula = /^[=+\-@\t\r]/;

/** Rows as CSV that spreadsheets open correctly, also with Korean text: RFC 4180, with a byte order mark; no text is a formula. */
export function csvOf(rows: readonly (readonly CsvCell[])[]): string {
  return stringify(rows as CsvCell[][], {
    bom: true,
    record_delimiter: 'windows',
    quoted_match: /[\r\n]/,
    cast: { boolean: String, string: (text) => (formula.test(text) ? `'${text}` : text) },
  });
}
