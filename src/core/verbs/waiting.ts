import type { Verdict } from '../verdict';

/** What the checks say now; `waiting` while something that has just started is asked again. */
export interface Progress {
  readonly verdict: Verdict;
  readonly waiting: boolean;
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
