import { setTimeout as delay } from 'node:timers/promises';

import type { StudentVm } from '../../../class/status';
import type { Problem } from '../../../core/problem';
import { Failure } from '../../../core/failure';
import { boardFrame } from './board-frame';
import { boardLines, type Board } from './board';
import { onInterrupt } from '../../interrupt';
import { problemJson, problemLines } from '../problem';
import { redrawOn } from '../redraw';
import { exit, isDrawable, jsonLine, printLine } from '../terminal';

/** Shows the rows as they come. */
interface View<Row> {
  /** Shows what is known of all students; `trouble` is why no VM could be asked. */
  show(rows: readonly Row[], trouble?: Problem): void;
  end(): void;
}

/** Milliseconds between two rounds. */
const pause = 5_000;

/** Asks all VMs again and again until Ctrl-C, and shows each row as soon as it is there: a silent VM does not delay the others. */
export async function watchBoard<Row extends StudentVm>(
  board: Board<Row>,
  output: string | undefined,
): Promise<never> {
  const view = output === 'json' ? jsonView(board) : openView(board);
  onInterrupt(() => {
    view.end();
    process.exit(exit.done);
  });
  const known = new Map<string, Row>();
  const place = new Map(board.roster.map((id, index) => [id, index]));
  const placeOf = ({ id }: Row) => place.get(id) ?? place.size;
  const rows = () => [...known.values()].sort((one, other) => placeOf(one) - placeOf(other));
  for (;;) {
    try {
      const all = await board.ask((row) => {
        known.set(row.id, row);
        view.show(rows());
      });
      const ids = new Set(all.map(({ id }) => id));
      for (const id of known.keys()) if (!ids.has(id)) known.delete(id);
      view.show(rows());
    } catch (error) {
      // Without any answer yet, there is nothing to watch.
      if (!(error instanceof Failure) || known.size === 0) {
        view.end();
        throw error;
      }
      view.show(rows(), error.problem);
    }
    await delay(pause);
  }
}

function openView<Row extends StudentVm>(board: Board<Row>): View<Row> {
  if (!isDrawable())
    return lineView(
      (row) => boardLines({ ...board, summary: () => [] }, [row]).slice(1),
      (problem) => problemLines(problem, ''),
    );
  return frameView(board);
}

/** Draws as much of the board as the terminal has room for. */
function frameView<Row extends StudentVm>(board: Board<Row>): View<Row> {
  const { stdout } = process;
  let last: { readonly rows: readonly Row[]; readonly trouble?: Problem | undefined } = {
    rows: [],
  };
  const draw = () => {
    const size = { rows: stdout.rows || usual.rows, columns: stdout.columns || usual.columns };
    screen.draw(boardFrame(board, last.rows, size, last.trouble));
  };
  const screen = redrawOn(stdout, draw);
  draw();
  return {
    show(rows, trouble) {
      last = { rows, trouble };
      draw();
    },
    end: () => screen.end(),
  };
}

/** The size of a terminal that does not know its own. */
const usual = { rows: 24, columns: 80 } as const;

function jsonView<Row extends StudentVm>(board: Board<Row>): View<Row> {
  return lineView(
    (row) => [jsonLine(board.json(row))],
    (problem) => [jsonLine({ error: problemJson(problem) })],
  );
}

/** Prints a line for each student, and again when it has changed. */
function lineView<Row extends StudentVm>(
  linesOf: (row: Row) => string[],
  troubleOf: (problem: Problem) => string[],
): View<Row> {
  const shown = new Map<string, string>();
  const tell = (key: string, lines: readonly string[]) => {
    const text = lines.join('\n');
    // Hours and costs change all the time, so they do not count as a change.
    const news = text.replace(/\d+(?:\.\d+)?/g, '');
    if (text && shown.get(key) !== news) printLine(text);
    shown.set(key, news);
  };
  return {
    show(rows, trouble) {
      rows.forEach((row) => tell(row.id, linesOf(row)));
      tell('', trouble ? troubleOf(trouble) : []);
    },
    end: () => undefined,
  };
}
