import type { DockerLab } from '../lab';
import { gradeOnce, grade } from './grade';
import type { Verdict } from '../../core/verdict';
import { Bell, watchUntilPassed, type Progress } from '../../core/verbs/waiting';
import type { Session } from './session';
import { recordHistory } from './history';

/** Grades a lab whenever the engine reports an event, until it is passed; throws when the engine ends. */
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
  try {
    return await watchUntilPassed({
      bell,
      async gradeOnce() {
        const verdict = await gradeOnce(lab, snapshot(), watching);
        if (failure) throw failure.error;
        return verdict;
      },
      grade: () => grade([lab], watching),
      pauseOf: (isOpen) => pauseOf(lab, isOpen),
      onProgress,
    });
  } finally {
    following.abort();
  }
}

/** How long, in milliseconds, it waits for an event before it grades again: the engine does not report a change of the reader's files, nor that a server answers at last. */
function pauseOf({ solution, made }: DockerLab, isOpen: boolean): number | undefined {
  if (solution.files || made) return 1_000;
  return isOpen ? 5_000 : undefined;
}
