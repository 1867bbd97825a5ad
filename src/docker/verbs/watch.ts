import type { DockerLab } from '../lab';
import { gradeOnce, grade } from './grade';
import type { Verdict } from '../../core/verdict';
import { Bell, Patience, type Progress } from '../../core/verbs/waiting';
import type { Session } from './session';
import { recordHistory } from './history';

/** Grades a lab whenever the engine tells of an event, until it is passed; throws when the engine ends. */
export async function watchLab(
  lab: DockerLab,
  session: Session,
  onProgress: (progress: Progress) => void,
): Promise<Verdict> {
  const bell = new Bell();
  const following = new AbortController();
  const { snapshot, ended } = await recordHistory(
    lab,
    session,
    () => bell.ring(),
    following.signal,
  );
  const watching: Session = { ...session, engine: { ...session.engine, snapshot } };
  let failure: { readonly error: unknown } | undefined;
  ended.catch((error: unknown) => {
    failure = { error };
    bell.ring();
  });
  const patience = new Patience();
  try {
    for (;;) {
      const verdict = await gradeOnce(lab, snapshot(), watching);
      if (failure) throw failure.error;
      const isOpen = verdict.problems.some(({ kind }) => kind !== 'failed');
      const waiting = isOpen && !patience.isOver();
      onProgress({ verdict, waiting });
      const [passed] = verdict.status === 'passed' ? await grade([lab], watching) : [];
      if (passed?.status === 'passed') return passed;
      const rung = await bell.wait(waiting ? patience.pause() : pauseOf(lab, isOpen));
      if (rung) patience.renew();
    }
  } finally {
    following.abort();
  }
}

/** How long, in milliseconds, nothing may be heard: the engine tells nothing of the reader's files, nor that a server answers at last. */
function pauseOf({ solution, made }: DockerLab, isOpen: boolean): number | undefined {
  if (solution.files || made) return 1_000;
  return isOpen ? 5_000 : undefined;
}
