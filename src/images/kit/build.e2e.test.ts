import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn } from 'node:child_process';

import { startEngine, type Engine } from '../../../testbed/engine/engine';
import { finish, run } from '../../../testbed/programs/process';

const script = join(__dirname, 'build.sh');

let engine: Engine;
let folder: string;
const build = (...args: string[]) => run(script, args, { env: settings() });
const settings = () => ({ ...process.env, DOCKER_HOST: engine.host, TMPDIR: folder });
const id = () => engine.docker('image', 'inspect', '-f', '{{.Id}}', 'busybox');

beforeAll(async () => {
  engine = await startEngine('kit', { registry: 'none' });
  folder = mkdtempSync(join(tmpdir(), 'kit '));
});

afterAll(async () => {
  await engine.stop();
  rmSync(folder, { recursive: true });
});

afterEach(() => engine.sh('docker images -q | sort -u | xargs -r docker rmi -f'));

it('builds an image with labels, and does not build it again the second time', async () => {
  const first = await build('busybox');
  expect(first).toMatchObject({ code: 0, stdout: '' });
  expect(first.stderr).toMatch(/busybox: built busybox:latest, \d+ MB, \d+ s\n$/);
  const built = await id();
  const labels = await engine.docker(
    'image',
    'inspect',
    '-f',
    '{{json .Config.Labels}}',
    'busybox',
  );
  expect(JSON.parse(labels)).toEqual({
    'dkkb.image.origin': 'packages',
    'dkkb.image.recipe': (await build('--sum', 'busybox')).stdout.trim(),
    'org.opencontainers.image.version': expect.stringMatching(/^\d+\.\d+\.\d+$/),
  });
  const second = await build('busybox');
  expect(second).toMatchObject({ code: 0, stderr: 'busybox: already built from this recipe\n' });
  expect(await id()).toBe(built);
  expect(readdirSync(folder)).toEqual([]);
});

it('replaces an image that it did not build only with --force', async () => {
  await engine.sh('echo theirs >file && tar -c file | docker import - busybox');
  const theirs = await id();
  const refused = await build('busybox');
  expect(refused.code).toBe(1);
  expect(refused.stderr).toContain(theirs.replace('sha256:', ''));
  expect(refused.stderr).toContain('build.sh --force busybox');
  expect(await id()).toBe(theirs);
  expect((await build('--force', 'busybox')).code).toBe(0);
  expect(await id()).not.toBe(theirs);
  expect(await engine.docker('image', 'inspect', '-f', '{{.Id}}', theirs)).toBe(theirs);
});

it.each(['SIGTERM', 'SIGINT'] as const)('leaves nothing behind after %s', async (signal) => {
  const child = spawn(script, ['busybox'], { env: settings(), stdio: ['ignore', 'pipe', 'pipe'] });
  const said = new Promise((resolve) => child.stderr.once('data', resolve));
  const ended = finish(child);
  await said;
  child.kill(signal);
  expect((await ended).code).toBe(signal === 'SIGTERM' ? 143 : 130);
  expect(readdirSync(folder)).toEqual([]);
  expect(await engine.docker('images', '-qa')).toBe('');
});

it('removes the files that a killed build left', async () => {
  const child = spawn(script, ['busybox'], {
    env: settings(),
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  });
  const ended = finish(child);
  await new Promise((resolve) => child.stderr.once('data', resolve));
  process.kill(-(child.pid as number), 'SIGKILL');
  expect((await ended).code).toBe(137);
  expect(readdirSync(folder)).not.toEqual([]);
  expect((await build('busybox')).code).toBe(0);
  expect(readdirSync(folder)).toEqual([]);
});

it('lists the names of its images, and refuses other names', async () => {
  const { stdout } = await build('--list');
  const recipes = readdirSync(join(__dirname, 'recipes')).map((file) => file.replace('.sh', ''));
  expect(stdout.trim().split('\n')).toEqual(recipes);
  for (const wrong of [['apache'], ['../recipes/httpd'], ['--fast', 'httpd'], [], ['a', 'b']]) {
    expect((await build(...wrong)).code).toBe(2);
  }
  expect((await build('apache')).stderr).toContain('There are: busybox httpd mariadb');
});

it('fails when no engine answers, and names its address', async () => {
  const away = { ...settings(), DOCKER_HOST: 'unix:///nowhere/docker.sock' };
  const { code, stderr } = await run(script, ['busybox'], { env: away });
  expect(code).toBe(3);
  expect(stderr).toContain('/nowhere/docker.sock');
});

it('fails when mmdebstrap is missing, and says how to install it', async () => {
  const programs = join(folder, 'programs');
  mkdirSync(programs);
  for (const path of (process.env['PATH'] ?? '').split(':').filter(existsSync)) {
    for (const name of readdirSync(path)) {
      const link = join(programs, name);
      if (name !== 'mmdebstrap' && !existsSync(link)) symlinkSync(join(path, name), link);
    }
  }
  const { code, stderr } = await run(script, ['busybox'], {
    env: { ...settings(), PATH: programs },
  });
  rmSync(programs, { recursive: true });
  expect(code).toBe(3);
  expect(stderr).toContain('sudo apt-get install mmdebstrap');
});
