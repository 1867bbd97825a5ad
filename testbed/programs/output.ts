import type { ChildProcess } from 'node:child_process';

/** The output of a running program, in which a test can wait for a text. */
export class Output {
  private text = '';
  private readonly waiting = new Set<() => void>();
  private ended = false;

  constructor(child: ChildProcess) {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (chunk: string) => {
        this.text += chunk;
        this.tell();
      });
    }
    child.once('close', () => {
      this.ended = true;
      this.tell();
    });
  }

  /** Everything that was printed. */
  get all(): string {
    return this.text;
  }

  /** Waits until something is printed that matches, after what matched before; rejects with all output when the program ends without it, or the time is over. */
  async next(pattern: RegExp, seconds = 400): Promise<RegExpExecArray> {
    let late = false;
    const patience = setTimeout(() => {
      late = true;
      this.tell();
    }, seconds * 1000);
    try {
      for (;;) {
        const match = pattern.exec(this.text.slice(this.from));
        if (match) {
          this.from += match.index + match[0].length;
          return match;
        }
        const over = this.ended ? 'ended' : late ? `ran for ${String(seconds)} s` : undefined;
        if (over) throw new Error(`${over} without ${String(pattern)}:\n${this.text}`);
        await new Promise<void>((resolve) => this.waiting.add(resolve));
      }
    } finally {
      clearTimeout(patience);
    }
  }

  private from = 0;

  private tell(): void {
    const woken = [...this.waiting];
    this.waiting.clear();
    woken.forEach((wake) => wake());
  }
}
