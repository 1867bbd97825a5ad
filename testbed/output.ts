import type { ChildProcess } from 'node:child_process';

/** What a running program has printed so far, to wait for. */
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

  /** Waits until something is printed that matches, after what matched before; rejects when the program ends without it. */
  async next(pattern: RegExp): Promise<RegExpExecArray> {
    for (;;) {
      const match = pattern.exec(this.text.slice(this.from));
      if (match) {
        this.from += match.index + match[0].length;
        return match;
      }
      if (this.ended) throw new Error(`ended without ${String(pattern)}:\n${this.text}`);
      await new Promise<void>((resolve) => this.waiting.add(resolve));
    }
  }

  private from = 0;

  private tell(): void {
    const woken = [...this.waiting];
    this.waiting.clear();
    woken.forEach((wake) => wake());
  }
}
