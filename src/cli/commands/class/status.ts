import type { StudentVm } from '../../../class/status';
import { printBoard, type Board } from '../../views/class/board';
import { findLab } from '../../find-lab';
import { reporter } from '../../views/terminal';
import { UsageError } from '../../usage-error';
import { classCommand, type ClassOptions } from './options';
import { mustBeHere, seenClassOf } from './shared';

interface StatusOptions extends ClassOptions {
  /** False with `--no-ssh`. */
  readonly ssh: boolean;
  readonly lab?: string;
  readonly timeout: string;
  readonly watch?: boolean;
}

/** `dkkb class status`: every VM at once, or with `--lab` who has passed it; exit code 1 when a VM is not there or does not answer. */
export async function printClassStatus(options: StatusOptions): Promise<number> {
  const { lab: id, ssh, watch, output } = options;
  if (id !== undefined && !ssh) throw labAlone;
  if (watch && output === 'csv') throw csvAtOnce;
  const lab = id === undefined ? undefined : await findLab(id);
  const seconds = Number(options.timeout);
  if (!(seconds > 0 && seconds <= mostSeconds)) throw wrongTimeout(options.timeout);
  const session = await seenClassOf(options);
  await mustBeHere(session);
  if (!lab) {
    const { statusBoard } = await import('../../views/class/status-board');
    const command = (...words: readonly string[]) => classCommand(options, ...words);
    return show(statusBoard(session, ssh, command), options);
  }
  return show(
    (await import('../../views/class/grade-board')).gradeBoard(session, lab, seconds),
    options,
  );
}

async function show<Row extends StudentVm>(
  board: Board<Row>,
  { watch, output }: StatusOptions,
): Promise<number> {
  if (watch) return (await import('../../views/class/watch')).watchBoard(board, output);
  const text = { ko: 'VM에 묻는 중', en: 'Asking the VMs' };
  const rows = await reporter.step(text, () => board.ask(() => undefined));
  printBoard(board, rows, output);
  return board.exitCode(rows);
}

const mostSeconds = 3_600;

function wrongTimeout(value: string): UsageError {
  return new UsageError({
    ko: `--timeout에는 0보다 크고 ${mostSeconds} 이하인 초 수를 씁니다: ${value}`,
    en: `--timeout takes seconds, more than 0 and at most ${mostSeconds}: ${value}`,
  });
}

const labAlone = new UsageError({
  ko: '--lab은 VM에 물어야 하므로 --no-ssh와 함께 쓸 수 없습니다.',
  en: '--lab has to ask the VMs: leave out --no-ssh.',
});

const csvAtOnce = new UsageError({
  ko: '--watch는 CSV로 쓸 수 없습니다. -o json을 쓰거나 --watch를 뺍니다.',
  en: '--watch has no CSV: use -o json, or leave out --watch.',
});
