import { copyFile, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeOnPosix, onPosix } from '../testbed/programs/posix';
import { need, run, type Finished } from '../testbed/programs/process';

const HANGUL = /[가-힣]/;
const script = (name: string): string => join(__dirname, name);
const call = (
  name: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Finished> =>
  run('bash', [script(name), ...args], { env: { PATH: process.env.PATH, ...env } });

describeOnPosix.each([
  'install-docker.sh',
  'install-terraform.sh',
  'install-kubectl.sh',
  'install-minikube.sh',
  'install-nano.sh',
])('%s', (name) => {
  it.each([['--no-such'], ['extra'], ['']])('refuses the argument %j', async (argument) => {
    const { code, stderr } = await call(name, [argument, 'more']);
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('Usage') });
  });

  it('refuses an unknown language', async () => {
    const { code, stderr } = await call(name, [], { DKKB_LANG: 'fr' });
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining("'fr'") });
  });

  it.each([
    [{ DKKB_LANG: 'ko' }, '사용법'],
    [{ LANG: 'ko_KR.UTF-8' }, '사용법'],
    [{ LANG: 'ko_KR.UTF-8', LC_ALL: 'C' }, 'Usage'],
    [{ LANG: 'ko_KR.UTF-8', DKKB_LANG: 'en' }, 'Usage'],
    [{ LANG: 'kok_IN' }, 'Usage'],
  ])('uses the language of %j', async (env, word) => {
    const { code, stdout } = await call(name, ['--help'], env as Record<string, string>);
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining(word) });
  });

  it.each([
    ['Darwin', 'brew install'],
    ['MINGW64_NT-10.0', 'winget install'],
  ])('on %s names the command that installs it there', async (system, remedy) => {
    const bin = await mkdtemp(join(tmpdir(), 'dkkb-scripts-'));
    try {
      for (const tool of ['bash', 'basename', 'dirname', 'sed', 'awk']) {
        await symlink((await need('which', [tool])).trim(), join(bin, tool));
      }
      await writeFile(join(bin, 'uname'), `#!/bin/sh\necho ${system}\n`, { mode: 0o755 });
      // The scripts add the administrators' folders to the PATH; these do not have `docker` and `terraform`.
      const { code, stderr } = await call(name, [], { PATH: bin });
      expect({ code, stderr }).toEqual({ code: 3, stderr: expect.stringContaining(remedy) });
    } finally {
      await rm(bin, { recursive: true });
    }
  });
});

describeOnPosix.each(['install-docker.sh', 'install-kubectl.sh', 'install-minikube.sh'])(
  'the options of %s',
  (name) => {
    it.each([
      [['--source'], '--source needs a value'],
      [['--source', 'snap'], "--source is 'snap'; it can be vendor or distro"],
      [['--source=vendor', '--source', 'distro'], '--source is given twice'],
      [['--mirror', 'ftp://a'], "'ftp://a' is no address"],
      [['--mirror', 'http://a/$(id)'], 'is no address'],
      [['--mirror='], '--mirror needs an address'],
      [['--dry-run', '--dry-run'], '--dry-run is given twice'],
      [['--uninstall', '--source', 'distro'], '--uninstall takes neither'],
      [['--uninstall', 'docker'], "'docker': unknown argument"],
    ])('refuses %j, and says what may be given', async (args, text) => {
      const { code, stderr } = await call(name, args);
      expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(text) });
      expect(stderr).toContain('[--source vendor|distro]');
    });

    it('names its steps in Korean too', async () => {
      const { stderr } = await call(name, ['--uninstall', '--dry-run'], { DKKB_LANG: 'ko' });
      expect(stderr).toMatch(/^\[install-\w+\] 제거: /);
    });

    it.each([
      [{ DKKB_MIRROR: 'a b' }, "'a b' is no address"],
      [{ DKKB_APT_WAIT: 'x' }, "DKKB_APT_WAIT is 'x'"],
    ])('refuses %j', async (env, text) => {
      const { code, stderr } = await call(name, [], env as Record<string, string>);
      expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(text) });
    });
  },
);

onPosix('a copy without by-hand/, as on a practice VM, takes no options', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dkkb-scripts-'));
  try {
    for (const file of (await readdir(__dirname)).filter((name) => name.endsWith('.sh')))
      await copyFile(script(file), join(folder, file));
    const { code, stderr } = await run('bash', [join(folder, 'install-docker.sh'), '--uninstall'], {
      env: { PATH: process.env.PATH },
    });
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('Usage') });
  } finally {
    await rm(folder, { recursive: true });
  }
});

onPosix('has every text in Korean and in English', async () => {
  const inFolder = async (folder: string): Promise<string[]> =>
    (await readdir(script(folder))).map((file) => join(folder, file));
  const files = [...(await inFolder('.')), ...(await inFolder('by-hand'))].filter((file) =>
    file.endsWith('.sh'),
  );
  const calls =
    /\b(?:note|step [a-z]+|pick|machine_cannot|wrong_use|wrong_option|say|refuse) (?:\\\n\s*)?(["'])(.*?)\1 (?:\\\n\s*)?(["'])(.*?)\3/g;
  let found = 0;
  for (const file of files) {
    const text = await readFile(script(file), 'utf8');
    for (const [, , korean = '', , english] of text.matchAll(calls)) {
      if (/^\$\d$/.test(korean)) continue;
      found += 1;
      expect(korean).toMatch(HANGUL);
      expect(english).not.toMatch(HANGUL);
    }
  }
  expect(found).toBeGreaterThan(80);
});
