import type { StudentVm } from '../../../class/status';
import type { Problem } from '../../../core/problem';
import type { Text } from '../../../core/text';
import { visible } from '../../../core/answers/visible';
import type { Column } from './columns';
import { csvOf, type CsvCell } from '../csv';
import { say } from '../../language';
import { problemLine, remedyLines } from '../problem';
import { reasonLine, reasonsOf, type Reason } from './reasons';
import { forScreen, paint, printJson, printLine, screenWidth } from '../terminal';
import { tableLines } from '../table';

/** What is shown of a class: one row for each student, in the form that is asked for. */
export interface Board<Row extends StudentVm> {
  readonly columns: readonly Column<Row>[];
  /** The ids of the students in the order of the roster. */
  readonly roster: readonly string[];
  /** Asks all VMs at once; `onRow` gets each row as soon as it is there. */
  ask(onRow: (row: Row) => void): Promise<readonly Row[]>;
  mark(row: Row): string;
  /** 0 for a row that needs help, more for one that needs less; a small screen shows the lowest first. */
  urgency(row: Row): number;
  /** Why a VM did not answer. */
  problem(row: Row): Problem | undefined;
  json(row: Row): unknown;
  /** The whole board for scripts, from the JSON of its rows. */
  jsonOf(json: readonly unknown[], rows: readonly Row[]): unknown;
  /** A summary in a few sentences, under the table. */
  summary(rows: readonly Row[]): readonly Text[];
  /** The summary in one line, for a small screen; some rows may not be there yet. */
  brief(rows: readonly Row[]): Text;
  exitCode(rows: readonly Row[]): number;
}

/** On a narrower terminal each row is a sentence, because a table would cut off text. */
const narrowest = 60;

/** The titles in the first line (empty without a table), then the rows, the problem of one VM below it, a problem of several below all; and what to do. */
export function boardLines<Row extends StudentVm>(
  board: Board<Row>,
  rows: readonly Row[],
): string[] {
  const [head = '', ...lines] = rowLines(board, rows, screenWidth() ?? 80);
  const reasons = reasonsOf(rows, (row) => board.problem(row));
  const own = new Map(
    reasons.flatMap((reason) => (isOne(reason) ? [[reason.rows[0], reason]] : [])),
  );
  const below = (row: Row) => {
    const reason = own.get(row);
    return reason ? [forScreen(`   ${problemLine(reason.problem)}`)] : [];
  };
  return [
    paint.dim(head),
    ...rows.flatMap((row, index) => [lines[index] ?? '', ...below(row)]),
    ...reasons.filter((reason) => !isOne(reason)).map((reason) => forScreen(reasonLine(reason))),
    ...board.summary(rows).map((text) => forScreen(say(text))),
    ...remedyLines(reasons.map(({ problem }) => problem)),
  ];
}

const isOne = ({ rows }: Reason) => rows.length === 1;

/** The titles, then each row: as a table, or as sentences where a table would cut off text. */
function rowLines<Row extends StudentVm>(
  board: Board<Row>,
  rows: readonly Row[],
  width: number,
): string[] {
  const columns = board.columns.filter(({ title }) => title);
  const titles = columns.map(({ title = none }) => say(title));
  if (width >= narrowest) return table(board, columns, rows, width);
  return ['', ...rows.map((row) => sentence(titles, cells(board, columns, row)))];
}

/** The rows as a table of these columns, its titles first. */
export function table<Row extends StudentVm>(
  board: Board<Row>,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  width: number,
): string[] {
  const titles = columns.map(({ title = none }) => say(title));
  const lines = [[' ', ...titles], ...rows.map((row) => cells(board, columns, row))];
  const whole = columns.flatMap(({ isWhole }, at) => (isWhole ? [at + 1] : []));
  return tableLines(lines, width, whole);
}

function cells<Row extends StudentVm>(
  board: Board<Row>,
  columns: readonly Column<Row>[],
  row: Row,
): string[] {
  return [board.mark(row), ...columns.map((column) => cell(column, row))];
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

/** Prints the rows once. */
export function printBoard<Row extends StudentVm>(
  board: Board<Row>,
  rows: readonly Row[],
  output: string | undefined,
): void {
  if (output === 'json')
    printJson(
      board.jsonOf(
        rows.map((row) => board.json(row)),
        rows,
      ),
    );
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
