import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';

import type { StudentVm } from '../../../class/status';
import type { Problem } from '../../../core/problem';
import { say } from '../../language';
import { table, type Board } from './board';
import { layOut } from '../layout';
import { problemLines, remedyLines } from '../problem';
import { reasonLine, reasonsOf } from './reasons';
import { paint } from '../terminal';

/** The size of a terminal. */
export interface Size {
  readonly rows: number;
  readonly columns: number;
}

/** On a narrow terminal a row is who it is, and how. */
const briefColumns = 3;
/** The part of the room for why some rows need help, when there are more rows than room. */
const partForReasons = 1 / 3;
const mostTrouble = 3;

/**
 * A board that fits on a terminal and leaves its last line free: a summary, the rows that need help, why, and as
 * many of the other rows as there is room for. `trouble` is why no VM could be asked.
 */
export function boardFrame<Row extends StudentVm>(
  board: Board<Row>,
  rows: readonly Row[],
  { rows: height, columns: width }: Size,
  trouble?: Problem,
): string[] {
  const fit = (line: string) => fitted(line, width);
  const head = [
    ...fit(say(board.brief(rows))),
    ...(trouble ? problemLines(trouble, '').flatMap(fit).slice(0, mostTrouble) : []),
  ];
  const end = fit(paint.dim(say(howToEnd)));
  const room = height - 1 - head.length - end.length;
  const sorted = [...rows].sort((one, other) => board.urgency(one) - board.urgency(other));
  const need = sorted.length + 1;
  const forReasons = Math.max(Math.floor(room * partForReasons), room - need);
  const reasons = taken(reasonBlocks(board, sorted, fit), forReasons);
  const shown = rowsThatFit(board, sorted, width, room - reasons.length);
  return [...head, ...shown, ...reasons, ...end].slice(0, Math.max(1, height - 1));
}

const howToEnd = { ko: '그만 보기: Ctrl-C', en: 'Stop: Ctrl-C' };

function rowsThatFit<Row extends StudentVm>(
  board: Board<Row>,
  sorted: readonly Row[],
  width: number,
  room: number,
): string[] {
  const fits = sorted.length + 1 <= room;
  const shown = fits ? sorted : sorted.slice(0, Math.max(0, room - 2));
  const [titles = '', ...lines] = narrowed(board, shown, width);
  if (fits) return [paint.dim(titles), ...lines];
  const others = sorted.slice(shown.length);
  const inNeed = others.filter((row) => board.urgency(row) === 0).length;
  return [
    paint.dim(titles),
    ...lines,
    ...fitted(paint.dim(say(more(others.length, inNeed))), width),
  ];
}

function narrowed<Row extends StudentVm>(
  board: Board<Row>,
  rows: readonly Row[],
  width: number,
): string[] {
  const columns = board.columns.filter(({ title }) => title);
  const whole = table(board, columns, rows, width);
  if (whole.every((line) => stringWidth(line) <= width)) return whole;
  return table(board, columns.slice(0, briefColumns), rows, width).flatMap((line) =>
    fitted(line, width).slice(0, 1),
  );
}

function more(count: number, inNeed: number) {
  if (inNeed === 0) return { ko: `외 ${count}명`, en: `and ${count} more` };
  return {
    ko: `외 ${count}명, 그중 ${inNeed}명은 도움이 필요함`,
    en: `and ${count} more, of whom ${inNeed} need help`,
  };
}

/** Why rows need help, and what to do: each in one piece. */
function reasonBlocks<Row extends StudentVm>(
  board: Board<Row>,
  rows: readonly Row[],
  fit: (line: string) => string[],
): string[][] {
  const reasons = reasonsOf(rows, (row) => board.problem(row));
  const remedies = remedyLines(reasons.map(({ problem }) => problem)).flatMap(fit);
  return [...reasons.map((reason) => fit(reasonLine(reason))), remedies];
}

/** The first pieces that have room. */
function taken(pieces: readonly string[][], room: number): string[] {
  const lines: string[] = [];
  for (const piece of pieces) {
    if (lines.length + piece.length > room) break;
    lines.push(...piece);
  }
  return lines;
}

/** A line as the lines that it takes on a terminal. */
function fitted(line: string, width: number): string[] {
  return wrapAnsi(layOut(line, width), width, { hard: true, trim: false }).split('\n');
}
