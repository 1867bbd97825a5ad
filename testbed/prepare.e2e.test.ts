// @circle all
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { run, type Finished } from './programs/process';

const bin = ['/usr/sbin', '/usr/bin', '/sbin', '/bin'];

describe('a test bed in a cache of its own', () => {
  let cache: string;
  beforeEach(async () => {
    cache = await mkdtemp(join(tmpdir(), 'dkkb cache '));
  });
  afterEach(async () => {
    await rm(cache, { recursive: true });
  });

  const script = (
    name: string,
    args: readonly string[],
    env: NodeJS.ProcessEnv = {},
  ): Promise<Finished> =>
    run(join(__dirname, name), args, {
      env: { ...process.env, CI: '', XDG_CACHE_HOME: cache, ...env },
    });

  it('refuses the name of an unknown part', async () => {
    const { code, stderr } = await script('prepare.sh', ['engines']);
    expect(code).toBe(2);
    expect(stderr).toContain("no part 'engines'; there are: engine ssh images ");
  });

  it('--missing names the missing parts, and makes nothing', async () => {
    const { code, stdout } = await script('prepare.sh', ['--missing', 'provider', 'images']);
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'images\nprovider\n' });
    await expect(readFile(join(cache, 'dkkb/testbed/log/provider.log'))).rejects.toThrow('ENOENT');
  });

  it('fails with the end of the log when a part cannot be made', async () => {
    const work = join(cache, 'dkkb/testbed/.work/provider');
    await mkdir(work, { recursive: true });
    await writeFile(join(work, 'go.mod'), 'left by a killed run');
    const { code, stderr } = await script('prepare.sh', ['provider'], { PATH: bin.join(':') });
    expect(code).toBe(1);
    expect(stderr).toMatch(/provider: failed after \d+ s \(exit 3\)/);
    expect(stderr).toMatch(/(terraform|go) is missing/);
    await expect(readFile(join(work, 'go.mod'))).rejects.toThrow('ENOENT');
  });

  describe('when the parts cannot be made', () => {
    const runTests = async (...args: [NodeJS.ProcessEnv, ...string[]]): Promise<Finished> => {
      const [env, ...files] = args;
      await writeFile(join(cache, 'dkkb'), 'a file where the folder would be');
      return script('runner/run.mjs', files, { DKKB_TEST_RESULTS: join(cache, 'results'), ...env });
    };
    const last = (text: string): string | undefined => text.trimEnd().split('\n').at(-1);
    const both = ['testbed/engine/engine.e2e', 'testbed/programs/process'];

    it('the runner skips tests, says why, and runs the others', async () => {
      const { code, stdout, stderr } = await runTests({}, ...both);
      expect(stderr).toContain('left out: testbed/engine/engine.e2e.test.ts: without images');
      expect(last(stdout)).toMatch(/^[1-9]\d* passed, 0 failed, 1 skipped$/);
      expect(code).toBe(0);
    });

    it('the runner fails with CI=true, also when all other tests passed', async () => {
      const { code, stdout, stderr } = await runTests({ CI: 'true' }, ...both);
      expect(stderr).toContain('with CI=true nothing may be left out');
      expect(last(stdout)).toMatch(/^[1-9]\d* passed, 0 failed, 1 skipped$/);
      expect(code).toBe(1);
    });

    it('the runner fails when no test is left', async () => {
      const { code, stdout } = await runTests({}, 'testbed/engine/engine.e2e');
      expect(last(stdout)).toBe('0 passed, 0 failed, 1 skipped');
      expect(code).toBe(1);
    });
  });
});
