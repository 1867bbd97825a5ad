import type { DockerLab } from '../labs/lab';
import { gradeOnce, grade } from './grade';
import type { Verdict } from './verdict';
import type { Session } from './session';
import { witness } from './witness';

/** What the checks say now; `waiting` while something that has just started is asked again. */
export interface Progress {
  readonly verdict: Verdict;
  readonly waiting: boolean;
}

/** Grades a lab whenever the engine tells of an event, until it is passed; throws when the engine ends. */
export async function watchLab(
  lab: DockerLab,
  session: Session,
  onProgress: (progress: Progress) => void,
): Promise<Verdict> {
  const bell = new Bell();
  const following = new AbortController();
  const seen = await witness(lab, session, () => bell.ring(), following.signal);
  const watching: Session = { ...session, look: seen.look };
  let failure: { readonly error: unknown } | undefined;
  seen.ended.catch((error: unknown) => {
    failure = { error };
    bell.ring();
  });
  const patience = new Patience();
  try {
    for (;;) {
      const verdict = await gradeOnce(lab, watching.look(), watching);
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

/** Remembers that something happened until somebody has waited for it; many rings are one. */
export class Bell {
  private rung = false;
  private wake: () => void = () => undefined;

  ring(): void {
    this.rung = true;
    this.wake();
  }

  /** Whether it rang, before or within so many milliseconds; without a limit it waits as long as it takes. */
  async wait(limit?: number): Promise<boolean> {
    if (!this.rung) {
      let timer: NodeJS.Timeout | undefined;
      await new Promise<void>((resolve) => {
        this.wake = resolve;
        if (limit !== undefined) timer = setTimeout(resolve, limit);
      });
      clearTimeout(timer);
    }
    const rang = this.rung;
    this.rung = false;
    return rang;
  }
}

/** How long, in milliseconds, a server that does not answer yet is asked again after the last event. */
const patienceLimit = 180_000;

/** Pauses that grow from a tenth of a second to two, and come to an end. */
export class Patience {
  private next = 100;
  private until = Date.now() + patienceLimit;

  pause(): number {
    const pause = this.next;
    this.next = Math.min(2_000, pause * 1.5);
    return pause;
  }

  isOver(): boolean {
    return Date.now() > this.until;
  }

  renew(): void {
    this.next = 100;
    this.until = Date.now() + patienceLimit;
  }
}
