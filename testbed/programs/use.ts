import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { run, type Finished } from './process';
import { dkkb } from './paths';

/** The compiled command. */
/** What only Korean is written with. */
export const hangul = /[가-힣]/;

/** A machine that has no docker, nor any setting but those that are named. */
export class BareUse {
  readonly home = mkdtempSync(join(tmpdir(), 'dkkb-use-'));

  /** Runs dkkb there. */
  run(line: string, env: NodeJS.ProcessEnv = {}): Promise<Finished> {
    const args = line.split(' ').filter(Boolean);
    const own = { PATH: '/none', HOME: this.home };
    return run(process.execPath, [dkkb, ...args], { env: { ...own, ...env } });
  }

  /** Whether a line is told to be wrong use in both languages, with nothing on standard output. */
  async refuses(line: string, says: RegExp): Promise<void> {
    const [en, ko] = await Promise.all(
      ['en_US.UTF-8', 'ko_KR.UTF-8'].map((LANG) => this.run(line, { LANG })),
    );
    for (const told of [en, ko])
      expect(told).toEqual({ code: 2, stdout: '', stderr: expect.stringMatching(says) });
    expect(en?.stderr).not.toMatch(hangul);
    expect(ko?.stderr).toMatch(hangul);
    expect(`${en?.stderr ?? ''}${ko?.stderr ?? ''}`).not.toMatch(/\n\s+at |undefined|Unexpected/);
  }

  /** Removes what it was. */
  end(): void {
    rmSync(this.home, { recursive: true });
  }
}
