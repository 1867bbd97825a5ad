/** A cell: a number, a text, or nothing. */
export type CsvCell = string | number | boolean | undefined;

// A spreadsheet would take a text that begins like this for a formula.
const formula = /^[=+\-@\t\r]/;

/** Rows as CSV that spreadsheets open as it is, Korean too: RFC 4180, after a byte order mark. */
export function csvOf(rows: readonly (readonly CsvCell[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('')}`;
}

function cellOf(cell: CsvCell): string {
  const text = typeof cell === 'string' && formula.test(cell) ? `'${cell}` : String(cell ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
