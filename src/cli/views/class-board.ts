import type { StudentVm } from '../../class/status';
import type { Problem } from '../../core/problem';
import type { Text } from '../../core/text';
import { visible } from '../../core/answers/visible';
import { csvOf, type CsvCell } from './csv';
import { say } from '../language';
import { problemLine, remedyLines } from './problem';
import { forScreen, paint, printJson, printLine, screenWidth } from './terminal';
import { tableLines } from './table';

/** What is shown of a class: one row for each student, in the form that is asked for. */
export interface Board<Row extends StudentVm> {
  readonly columns: readonly Column<Row>[];
  /** The ids of the students in the order of the roster. */
  readonly roster: readonly string[];
  /** Asks all VMs at once; `onRow` gets each row as soon as it is there. */
  ask(onRow: (row: Row) => void): Promise<readonly Row[]>;
  mark(row: Row): string;
  /** Why a VM did not answer. */
  problem(row: Row): Problem | undefined;
  json(row: Row): unknown;
  /** The whole board for scripts. */
  jsonOf(rows: readonly unknown[]): unknown;
  /** A summary in a sentence or two, under the table. */
  summary(rows: readonly Row[]): readonly Text[];
  exitCode(rows: readonly Row[]): number;
}

/** One value that is shown of each student. */
export interface Column<Row> {
  /**
   * Its title above the table.
   * @default none: it is for scripts only
   */
  readonly title?: Text;
  /** Its name for scripts. */
  readonly key: string;
  value(row: Row): CsvCell;
  /**
   * Its text in the table.
   * @default the value
   */
  show?(row: Row): string;
}

/** The columns with which every row begins. */
export const whose: readonly Column<StudentVm>[] = [
  { title: { ko: '학생', en: 'student' }, key: 'id', value: ({ id }) => id },
  { title: { ko: '이름', en: 'name' }, key: 'name', value: ({ name }) => name },
];

/** The column of where the VM is. */
export const where: Column<StudentVm> = {
  title: { ko: '주소', en: 'address' },
  key: 'address',
  value: ({ address }) => address,
};

/** On a narrower terminal each row is a sentence, because a table would cut off text. */
const narrowest = 60;

/** The titles in the first line (empty without a table), then the rows, each with the problem of its VM below it, and what to do about them. */
export function boardLines<Row extends StudentVm>(
  board: Board<Row>,
  rows: readonly Row[],
): string[] {
  const columns = board.columns.filter(({ title }) => title);
  const titles = columns.map(({ title = none }) => say(title));
  const cells = rows.map((row) => [board.mark(row), ...columns.map((column) => cell(column, row))]);
  const width = screenWidth() ?? 80;
  const [head, ...lines] =
    width < narrowest
      ? ['', ...cells.map((row) => sentence(titles, row))]
      : tableLines([[' ', ...titles], ...cells], width);
  const problems = rows.flatMap((row) => board.problem(row) ?? []);
  return [
    paint.dim(head ?? ''),
    ...rows.flatMap((row, index) => [lines[index] ?? '', ...reason(board.problem(row))]),
    ...board.summary(rows).map((text) => forScreen(say(text))),
    ...remedyLines(problems),
  ];
}

function cell<Row>({ value, show }: Column<Row>, row: Row): string {
  return visible(show ? show(row) : String(value(row) ?? '-'));
}

/** A row as a sentence, such as `✓ student kim, state ready`. */
function sentence(titles: readonly string[], [mark = '', ...cells]: readonly string[]): string {
  const named = cells.map((value, index) => `${titles[index] ?? ''} ${value}`);
  return forScreen(`${mark} ${named.join(', ')}`);
}

const none: Text = { ko: '', en: '' };

function reason(problem: Problem | undefined): string[] {
  return problem ? [forScreen(`   ${problemLine(problem)}`)] : [];
}

/** Prints the rows once. */
export function printBoard<Row extends StudentVm>(
  board: Board<Row>,
  rows: readonly Row[],
  output: string | undefined,
): void {
  if (output === 'json') printJson(board.jsonOf(rows.map((row) => board.json(row))));
  else if (output === 'csv') process.stdout.write(boardCsv(board, rows));
  else boardLines(board, rows).filter(Boolean).forEach(printLine);
}

function boardCsv<Row extends StudentVm>({ columns }: Board<Row>, rows: readonly Row[]): string {
  return csvOf([
    columns.map(({ key }) => key),
    ...rows.map((row) => columns.map(({ value }) => shownCell(value(row)))),
  ]);
}

// The CSV may be shown on a terminal too.
function shownCell(cell: CsvCell): CsvCell {
  return typeof cell === 'string' ? visible(cell) : cell;
}
