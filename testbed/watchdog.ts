import { Worker } from 'node:worker_threads';

const program = `const { parentPort, workerData: [beats, seconds] } = require('node:worker_threads');
  let last = -1;
  setInterval(() => {
    const now = Atomics.load(beats, 0);
    if (now === last) {
      require('node:fs').writeSync(2, 'nothing else could be done for ' + seconds + ' s at number ' + now + '\\n');
      process.kill(process.pid, 'SIGKILL');
    }
    last = now;
  }, seconds * 1000);`;

/** Ends this process, with a word on standard error, when one number of a loop holds it for too long: a test's own limit cannot. */
export class Watchdog {
  private readonly beats = new Int32Array(new SharedArrayBuffer(4));
  private readonly worker: Worker;

  constructor(seconds: number) {
    this.worker = new Worker(program, { eval: true, workerData: [this.beats, seconds] });
  }

  /** Says which number it is at. */
  at(number: number): void {
    Atomics.store(this.beats, 0, number);
  }

  /** Watches no more. */
  async stop(): Promise<void> {
    await this.worker.terminate();
  }
}
