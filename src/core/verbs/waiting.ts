import type { Verdict } from '../verdict';

/** What the checks say now; `waiting` while something that has just started is asked again. */
export interface Progress {
  readonly verdict: Verdict;
  readonly waiting: boolean;
}

/** Remembers that something happened until `wait` has returned it; several rings count as one. */
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
class Patience {
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

/** How a lab is watched on its platform. */
export interface Watching {
  /** Rings when something has changed. */
  readonly bell: Bell;
  readonly gradeOnce: () => Promise<Verdict>;
  /** Grades with patience, and records what passed. */
  readonly grade: () => Promise<Verdict[]>;
  /** How long, in milliseconds, it waits for the bell before it grades again; without limit when undefined. */
  readonly pauseOf: (isOpen: boolean) => number | undefined;
  readonly onProgress: (progress: Progress) => void;
}

/** Grades a lab whenever the bell rings, until it is passed. */
export async function watchUntilPassed(watching: Watching): Promise<Verdict> {
  const { bell, gradeOnce, grade, pauseOf, onProgress } = watching;
  const patience = new Patience();
  for (;;) {
    const verdict = await gradeOnce();
    const isOpen = verdict.problems.some(({ kind }) => kind !== 'failed');
    const waiting = isOpen && !patience.isOver();
    onProgress({ verdict, waiting });
    const [passed] = verdict.status === 'passed' ? await grade() : [];
    if (passed?.status === 'passed') return passed;
    const rung = await bell.wait(waiting ? patience.pause() : pauseOf(isOpen));
    if (rung) patience.renew();
  }
}
