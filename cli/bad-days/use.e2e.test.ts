import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { run } from '../../testbed/process';

const dkkb = join(__dirname, '..', '..', 'build', 'dkkb.mjs');
const hangul = /[가-힣]/;
const home = mkdtempSync(join(tmpdir(), 'dkkb-use-'));
afterAll(() => rmSync(home, { recursive: true }));

/** Runs dkkb as on a machine that has no docker, nor any setting but these. */
function use(line: string, env: NodeJS.ProcessEnv = {}) {
  const args = line.split(' ').filter(Boolean);
  return run(process.execPath, [dkkb, ...args], { env: { PATH: '/none', HOME: home, ...env } });
}

const wrong = [
  ['up ch04-prot', /ch04-port/],
  ['show CH04-PORT', /ch04-port/],
  ['check port', /ch04-port/],
  ['check ch04-port ch4-nginx', /ch04-nginx/],
  ['down zzzzzzzzzzzz', /zzzzzzzzzzzz.*dkkb list/],
  ['solve ch04-port ch04-nginx', /solve/],
  ['up', /<id>/],
  ['up ch03-terminal', /dkkb check ch03-terminal/],
  ['down ch03-terminal', /ch03-terminal/],
  ['check', /dkkb check ch04-port/],
  ['check --chapter', /--chapter/],
  ['check --chapter 99', /99.*3, 4/],
  ['check --chapter four', /four.*3, 4/],
  ['check --chapter 4 ch04-port', /--chapter/],
  ['down', /--all/],
  ['down --all ch04-port', /--all/],
  ['down ch04-port --yess', /--yess.*--yes/],
  ['check ch04-port --lnag en', /--lnag.*--lang/],
  ['check ch04-port --language en', /--language.*--lang/],
  ['list --frobnicate', /--frobnicate/],
  ['list -o yaml', /yaml/],
  ['list -x', /-x/],
  ['list everything', /list/],
  ['chekc ch04-port', /chekc.*check/],
  ['--yes down ch04-port', /--yes/],
  ['frobnicate', /frobnicate/],
  ['help frobnicate', /frobnicate/],
  ['help images lsit', /lsit/],
] as const;

describe.each(wrong)('dkkb %s', (line, says) => {
  it('is wrong use, said in both languages, with nothing on standard output', async () => {
    const [en, ko] = await Promise.all([
      use(line, { LANG: 'en_US.UTF-8' }),
      use(line, { LANG: 'ko_KR.UTF-8' }),
    ]);
    expect(en).toEqual({ code: 2, stdout: '', stderr: expect.stringMatching(says) });
    expect(ko).toEqual({ code: 2, stdout: '', stderr: expect.stringMatching(says) });
    expect(en.stderr).not.toMatch(hangul);
    expect(ko.stderr).toMatch(hangul);
    expect(`${en.stderr}${ko.stderr}`).not.toMatch(/\n\s+at |undefined|Unexpected/);
  });
});

describe('the language', () => {
  it.each([
    ['--lang of another language', 'list --lang fr', { LANG: 'C' }],
    ['--lang without one', 'list --lang', { LANG: 'C' }],
  ])('%s is wrong use', async (_title, line, env) => {
    expect((await use(line, env)).code).toBe(2);
  });

  it.each([
    ['list --lang ko', { LANG: 'C' }, true],
    ['--lang=ko list', { LANG: 'en_GB.UTF-8' }, true],
    ['list --lang en', { LANG: 'ko_KR.UTF-8' }, false],
    ['list', { LANG: 'ko_KR.UTF-8' }, true],
    ['list', { LANG: 'ko_KR.UTF-8', LC_ALL: 'C' }, false],
    ['list', { LANG: 'en_US.UTF-8', LC_ALL: 'ko_KR.UTF-8' }, true],
    ['list', { LANG: 'ko_KR.UTF-8', DKKB_LANG: 'en' }, false],
    ['--help', { LANG: 'ko_KR.UTF-8' }, true],
    ['help down', { LANG: 'ko_KR.UTF-8' }, true],
    ['list', { LANG: 'de_DE.UTF-8' }, false],
    ['list', {}, false],
  ])('%s with %j: Korean %j', async (line, env, korean) => {
    const { code, stdout } = await use(line, env);
    expect(code).toBe(0);
    expect(hangul.test(stdout)).toBe(korean);
  });
});

describe('the output', () => {
  it('has no colour without a terminal, and only ASCII with LANG=C', async () => {
    for (const line of ['list', 'show ch04-port', '--help', 'progress']) {
      const { code, stdout, stderr } = await use(line, { LANG: 'C' });
      expect(code).toBe(0);
      expect(`${stdout}${stderr}`).toMatch(/^[\n\x20-\x7e]+$/);
    }
  });

  it('has colour on a terminal, unless NO_COLOR or a dumb terminal', async () => {
    const onTerminal = (env: NodeJS.ProcessEnv) =>
      run('script', ['-qec', `${process.execPath} ${dkkb} list`, '/dev/null'], {
        env: { PATH: process.env['PATH'], HOME: home, LANG: 'en_US.UTF-8', TERM: 'xterm', ...env },
      });
    expect((await onTerminal({})).stdout).toContain('\x1b[');
    expect((await onTerminal({ NO_COLOR: '1' })).stdout).not.toContain('\x1b[');
    expect((await onTerminal({ TERM: 'dumb' })).stdout).not.toContain('\x1b[');
  });

  it('says so where it cannot be written, and does not pass for done', async () => {
    const { code, stderr } = await run('sh', [
      ...['-c', '"$1" "$2" list --lang en >/dev/full', '-', process.execPath, dkkb],
    ]);
    expect(code).toBe(3);
    expect(stderr).toMatch(/^\S+ The output cannot be written: .*ENOSPC.*\n$/);
  });

  it('ends well when its reader has read enough', async () => {
    const { code, stderr } = await run('bash', [
      '-c',
      'set -o pipefail; "$1" "$2" --help | head -c 1 >/dev/null',
      '-',
      process.execPath,
      dkkb,
    ]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });
});
