import { clearInterval, setInterval } from 'node:timers';

import logUpdate from 'log-update';

const minute = 60_000;

/** Minutes and seconds for people. */
export function clock(seconds) {
  const whole = Math.round(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

/** Shows the progress: on a terminal in one line that changes, else with a line each minute. */
export class Progress {
  constructor(describe, output = process.stderr) {
    this.describe = describe;
    this.isLive = output.isTTY && process.env.CI !== 'true';
    this.output = output;
    this.timer = setInterval(() => this.show(), this.isLive ? 1000 : minute);
    this.timer.unref();
  }

  /** Prints lines that stay. */
  say(text) {
    if (this.isLive) logUpdate.clear();
    this.output.write(`${text}\n`);
    if (this.isLive) this.show();
  }

  show() {
    const text = this.describe();
    if (this.isLive) logUpdate(text);
    else this.output.write(`${text}\n`);
  }

  end() {
    clearInterval(this.timer);
    if (this.isLive) logUpdate.clear();
  }
}
