import type { Platform } from '../../core/platform';
import { readRecord } from '../../core/machine/records';
import { withLock } from '../../core/machine/lock';
import { findLab, type ChangingLab } from '../find-lab';
import { labLine } from '../../core/shell/lab-command';
import { atPlace, type PlaceFlags } from '../place';
import { printProblem } from '../views/problem';
import { exit, reporter } from '../views/terminal';
import { openView } from '../views/watch-view';

/** `dkkb watch ID`: a checklist that follows what is done in another terminal; ends when all of it is done. */
export async function watch(
  id: string,
  options: PlaceFlags & { output?: string },
): Promise<number> {
  const lab = await findLab(id);
  // The engine's events do not change the result of a check of the machine.
  if (lab.platform === 'machine') return (await import('./check')).check([id], options);
  return atPlace(lab, options, async (place) => {
    await beginUnlessBegun(lab, place);
    const view = await openView(lab, options.output === 'json');
    view.end(await place.watch(lab, view.show, view.tell));
    return exit.done;
  });
}

async function beginUnlessBegun(lab: ChangingLab, place: Platform): Promise<void> {
  const isBegun = async () => (await readRecord(place.folder, lab.id)).begun !== undefined;
  if (await isBegun()) return;
  const text = {
    ko: `\`${lab.id}\` 실습을 지금 시작합니다 (${labLine('up', lab.id)} 명령과 같습니다).`,
    en: `Beginning the lab \`${lab.id}\` now, as ${labLine('up', lab.id)} does.`,
  };
  reporter.note(text);
  await withLock(place.folder, lab.id, async () => {
    if (await isBegun()) return;
    (await place.prepare(lab, reporter)).forEach((problem) => printProblem(problem, ''));
  });
}
