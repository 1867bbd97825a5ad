import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { run, type Finished } from './process';
import { dkkb } from './paths';

/** The compiled command. */
/** The letters of Korean. */
export const hangul = /[가-힣]/;

/** A machine without docker, and only with the given settings. */
export class BareUse {
  readonly home = mkdtempSync(join(tmpdir(), 'dkkb-use-'));

  /** Runs dkkb there. */
  run(line: string, env: NodeJS.ProcessEnv = {}): Promise<Finished> {
    const args = line.split(' ').filter(Boolean);
    const own = { PATH: '/none', HOME: this.home };
    return run(process.execPath, [dkkb, ...args], { env: { ...own, ...env } });
  }

  /** Expects a line to be refused as wrong use in both languages, with nothing on standard output. */
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

  /** Removes its files. */
  end(): void {
    rmSync(this.home, { recursive: true });
  }
}
