import { beginOnce } from '../../actions/begin';
import { openSession } from '../../actions/session';
import { watchLab } from '../../actions/watch';
import type { DockerLab } from '../../labs/lab';
import { readRecord } from '../../runtime/records';
import { withLock } from '../../runtime/lock';
import type { Session } from '../../actions/session';
import { folderOf } from '../folder';
import { findLab } from '../find-lab';
import { exit, reporter } from '../terminal';
import { openView } from '../watch-view';

/** `dkkb watch ID`: a checklist that follows what is done in another terminal; ends when all of it is done. */
export async function watch(
  id: string,
  options: { output?: string; dir?: string },
): Promise<number> {
  const lab = findLab(id);
  // Nothing that the engine tells of changes what a probe says.
  if (lab.platform !== 'docker') return (await import('./check')).check([id], options);
  const session = await openSession(folderOf(options));
  await beginUnlessBegun(lab, session);
  const view = await openView(lab, options.output === 'json');
  view.end(await watchLab(lab, session, view.show));
  return exit.done;
}

async function beginUnlessBegun(lab: DockerLab, session: Session): Promise<void> {
  if ((await readRecord(session.folder, lab.id)).begun) return;
  const text = {
    ko: `\`${lab.id}\` 실습을 지금 시작합니다 (dkkb up ${lab.id} 명령과 같습니다).`,
    en: `Beginning the lab \`${lab.id}\` now, as dkkb up ${lab.id} does.`,
  };
  reporter.note(text);
  await withLock(session.folder, lab.id, () => beginOnce(lab, session, reporter, session.look()));
}
