import type { Platform } from '../../core/platform';
import { readRecord } from '../../core/machine/records';
import { withLock } from '../../core/machine/lock';
import { isForComputer, type ProbeLab } from '../../../labs/lab';
import { isAbout } from '../../core/elsewhere';
import { currentMachine } from '../../core/system';
import { runs } from '../interrupt';
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
  // The engine's events do not change the result of a check of the engine or the cluster itself.
  if (lab.platform === 'machine' && !canChange(lab, options))
    return (await import('./check')).check([id], options);
  return atPlace(lab, options, async (place) => {
    // As `check`, it leaves nothing behind that could be removed when it is interrupted.
    if (lab.platform === 'machine') runs('check');
    else await beginUnlessBegun(lab, place);
    const view = await openView(lab, options.output === 'json');
    view.end(await place.watch(lab, view.show, view.tell));
    return exit.done;
  });
}

/** Whether what a probe finds can become right while it is watched; here, a lab about another system or machine cannot. */
function canChange(lab: ProbeLab, { on }: PlaceFlags): boolean {
  if (!isForComputer(lab)) return false;
  return on !== undefined || (!lab.elsewhere && isAbout(lab, currentMachine().system));
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
