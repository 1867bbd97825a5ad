// @needs engine
import { run } from '../../../testbed/programs/process';
import { BareUse } from '../../../testbed/programs/use';
import { dkkb } from '../../../testbed/programs/paths';

const use = new BareUse();
afterAll(() => use.end());

const wrong = [
  ['up ch04-prot', /ch04-port/],
  ['solve ch04-port ch04-nginx', /solve/],
  ['check --chapter 99', /99.*3, 4/],
  ['down --all ch04-port', /--all/],
  ['down ch04-port --yess', /--yess.*--yes/],
  ['list -o yaml', /yaml/],
  ['chekc ch04-port', /chekc.*check/],
] as const;

describe.each(wrong)('dkkb %s', (line, says) => {
  it('is refused as wrong use, in both languages, with nothing on standard output', () =>
    use.refuses(line, says));
});

describe('the output', () => {
  it('has no colour without a terminal, and only ASCII with LANG=C', async () => {
    for (const line of ['list', 'show ch04-port', '--help', 'progress']) {
      const { code, stdout, stderr } = await use.run(line, { LANG: 'C' });
      expect(code).toBe(0);
      expect(`${stdout}${stderr}`).toMatch(/^[\n\x20-\x7e]+$/);
    }
  });

  it('has colour on a terminal, unless NO_COLOR or a dumb terminal', async () => {
    const onTerminal = (env: NodeJS.ProcessEnv) =>
      run('script', ['-qec', `${process.execPath} ${dkkb} list`, '/dev/null'], {
        env: {
          PATH: process.env['PATH'],
          HOME: use.home,
          LANG: 'en_US.UTF-8',
          TERM: 'xterm',
          ...env,
        },
      });
    expect((await onTerminal({})).stdout).toContain('\x1b[');
    expect((await onTerminal({ NO_COLOR: '1' })).stdout).not.toContain('\x1b[');
    expect((await onTerminal({ TERM: 'dumb' })).stdout).not.toContain('\x1b[');
  });

  it('that cannot be written ends the command with an error and exit code 3', async () => {
    const { code, stderr } = await run('sh', [
      ...['-c', '"$1" "$2" list --lang en >/dev/full', '-', process.execPath, dkkb],
    ]);
    expect(code).toBe(3);
    expect(stderr).toMatch(/^\S+ The output cannot be written: .*ENOSPC.*\n$/);
  });

  it('ends with exit code 0 when the program that reads it stops early', async () => {
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
