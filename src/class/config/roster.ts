import { CsvError, parse } from 'csv-parse/sync';

import type { Text } from '../../core/text';
import { shown, type ConfigIssue } from './issue';
import type { Entry } from './students';

const allowed: Text = {
  ko: '첫 줄이 `name` 또는 `이름`(과 `id`)인 CSV',
  en: 'CSV whose first line names the columns: `name` or `이름`, and if you like `id`',
};

const nameColumns = ['name', '이름', '성명'];
const idColumns = ['id', '아이디'];

/** The students that a CSV roster names, or what is wrong with it. */
export function readRoster(
  file: string,
  content: Buffer,
): { readonly entries: readonly Entry[]; readonly issues: readonly ConfigIssue[] } {
  const refuse = (value: string) => ({ entries: [], issues: [{ path: file, value, allowed }] });
  let rows: readonly Readonly<Record<string, string>>[];
  try {
    rows = parse(decode(content), {
      columns: (header: string[]) => header.map((column) => column.trim().toLowerCase()),
      skip_empty_lines: true,
      trim: true,
    });
  } catch (error) {
    if (error instanceof CsvError || error instanceof TypeError) return refuse(error.message);
    throw error;
  }
  const columns = Object.keys(rows[0] ?? {});
  const nameColumn = nameColumns.find((column) => columns.includes(column));
  const idColumn = idColumns.find((column) => columns.includes(column));
  if (nameColumn === undefined) return refuse(shown(columns));
  const entries = rows.map((row, index) => ({
    path: `${file}[${index + 1}]`,
    name: row[nameColumn] ?? '',
    ...(idColumn && row[idColumn] ? { id: row[idColumn] } : {}),
  }));
  return { entries, issues: [] };
}

/** The content as text: it is UTF-8, or in the encoding of a Korean spreadsheet. */
function decode(content: Buffer): string {
  for (const encoding of ['utf-8', 'euc-kr']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(content);
    } catch {
      continue;
    }
  }
  throw new TypeError('neither UTF-8 nor EUC-KR');
}
