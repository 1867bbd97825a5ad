import type { Text } from '../../core/text';
import { rowsOf, type Row } from './csv-rows';
import { shown, type ConfigIssue } from './issue';
import { largestClass, type Entry } from './students';

/** The endings of a roster's file: a spreadsheet's "Unicode text" is `.txt`. */
export const rosterFile = /\.(?:csv|tsv|txt)$/i;

const nameColumns = [
  '이름',
  '성명',
  '학생이름',
  '학생명',
  '학생',
  'name',
  'studentname',
  'student',
];
const idColumns = ['id', '아이디'];

/** The students that a roster's text names, or what is wrong with it. */
export function readRoster(
  file: string,
  text: string,
): { readonly entries: readonly Entry[]; readonly issues: readonly ConfigIssue[] } {
  const { rows, broken } = rowsOf(text);
  const [header, ...rest] = rows;
  const unread = broken ? [{ ...quotes(broken.text), path: file, line: broken.line }] : [];
  if (!header) return { entries: [], issues: broken ? unread : [empty(file)] };
  const columns = header.cells.map(plain);
  const at = (names: readonly string[]) =>
    names.map((name) => columns.indexOf(name)).find((index) => index >= 0);
  const nameAt = at(nameColumns);
  const idAt = at(idColumns);
  if (nameAt === undefined) return { entries: [], issues: [noNames(file, header)] };
  if (rest.length === 0 && !broken) return { entries: [], issues: [headerAlone(file, header)] };
  if (rest.length > largestClass) return { entries: [], issues: [tooMany(file, rest.length)] };
  const issues = rest.flatMap((row) => wrongCells(file, row, header));
  const entries = rest.map(({ line, cells }) => {
    const id = idAt === undefined ? '' : (cells[idAt] ?? '');
    return { path: file, line, name: cells[nameAt] ?? '', ...(id ? { id } : {}) };
  });
  const wrong = new Set(issues.map(({ line }) => line));
  return {
    entries: entries.filter(({ line }) => !wrong.has(line)),
    issues: [...issues, ...unread],
  };
}

/** Forms write a column's name with spaces: `성  명`. */
function plain(column: string): string {
  return column.normalize('NFC').replaceAll(/\s/g, '').toLowerCase();
}

function wrongCells(file: string, { line, text, cells, width }: Row, header: Row): ConfigIssue[] {
  const [wanted, value] = [header.cells.length, shown(text)];
  const there = cells.length > wanted ? cells.length : Math.min(width, wanted);
  if (there === wanted) return [];
  const reason: Text = {
    ko: `제목 줄에는 칸이 ${wanted}개인데 이 줄에는 ${there}개입니다.`,
    en: `Cells in the line of the columns' names: ${wanted}; in this one: ${there}.`,
  };
  return [{ path: file, line, value, reason, allowed: asManyCells }];
}

const asManyCells: Text = {
  ko: '제목 줄과 같은 수의 칸. 빈칸에도 구분 문자를 쓰고, 구분 문자가 든 값은 큰따옴표로 감쌉니다',
  en: 'as many cells as there are columns; an empty cell has its delimiter too, and a value with a delimiter stands in quotation marks',
};

/** What the first line of a roster has to be. */
const firstLine: Text = {
  ko: '첫 줄이 `이름` 또는 `이름,id`이고 그 아래 한 줄에 학생 한 명이 있는 명단 (다른 열이 더 있어도 됩니다)',
  en: 'a roster whose first line is `name` or `name,id`, with one student on each line below (other columns may be there)',
};

/** A roster that a spreadsheet saved, in words. */
export const rosterText: Text = {
  ko: '텍스트로 된 명단 파일, 1 MiB까지. 엑셀에서는 [다른 이름으로 저장]에서 `CSV UTF-8`을 고릅니다',
  en: 'a roster as a text file, at most 1 MiB; in Excel choose `CSV UTF-8` in “Save As”',
};

function empty(file: string): ConfigIssue {
  const reason: Text = { ko: '파일이 비어 있습니다.', en: 'The file is empty.' };
  return { path: file, value: '-', reason, allowed: firstLine };
}

function tooMany(file: string, count: number): ConfigIssue {
  const allowed: Text = {
    ko: `학생 1명에서 ${largestClass}명까지`,
    en: `from 1 to ${largestClass} students`,
  };
  const reason: Text = { ko: '학생이 너무 많습니다.', en: 'These are too many students.' };
  return { path: file, value: String(count), reason, allowed };
}

function noNames(file: string, { line, text }: Row): ConfigIssue {
  const reason: Text = {
    ko: '첫 줄에 이름 열의 제목이 없습니다. 그래서 어느 칸이 이름인지 알 수 없습니다.',
    en: 'The first line does not say which column has the names.',
  };
  return { path: file, line, value: shown(text), reason, allowed: firstLine };
}

function headerAlone(file: string, { line, text }: Row): ConfigIssue {
  const reason: Text = {
    ko: '제목 줄만 있고 학생이 한 명도 없습니다.',
    en: 'There is only this line with the names of the columns, and no student.',
  };
  return { path: file, line, value: shown(text), reason, allowed: firstLine };
}

function quotes(text: string): Omit<ConfigIssue, 'path'> {
  return {
    value: shown(text),
    reason: {
      ko: '큰따옴표(")가 닫히지 않았거나 칸의 중간에 있습니다. 이 줄부터 읽지 못했습니다.',
      en: 'A quotation mark (") is not closed, or stands inside a cell. Nothing was read from this line on.',
    },
    allowed: {
      ko: '칸 전체를 감싸는 큰따옴표. 값에 든 큰따옴표는 `""`로 두 번 씁니다',
      en: 'quotation marks around a whole cell; one inside a value is written twice: `""`',
    },
  };
}
