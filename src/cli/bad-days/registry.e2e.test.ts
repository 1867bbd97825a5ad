// @circle all
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { startEngine, type Engine } from '../../../testbed/engine/engine';
import { need } from '../../../testbed/programs/process';
import { RegistryStandIn } from '../../../testbed/engine/registry-stand-in';
import { tell } from '../../../testbed/labs/answers';

describe('a registry that does not give the image', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dkkb-registry-'));
  let engine: Engine;
  let standIn: RegistryStandIn;

  beforeAll(async () => {
    standIn = await RegistryStandIn.create(folder, 20429);
    engine = await startEngine('bad-registry', { registry: 'none', env: standIn.engineEnv });
  });
  afterAll(async () => {
    await standIn.stop();
    await engine.stop();
    rmSync(folder, { recursive: true });
  });

  it.each([
    [429, 'TOOMANYREQUESTS', 'registry-limit', /dkkb images load/],
    [404, 'MANIFEST_UNKNOWN', 'image-missing', /dkkb images list/],
  ])('(%d %s) is reported as %s', async (status, error, code, remedy) => {
    await standIn.refuse(engine, status, error);
    for (const line of ['up ch04-port', 'solve ch04-port']) {
      const told = await tell(engine, `${line} --lang en`);
      expect(told.code).toBe(3);
      expect(told.problem).toMatchObject({ code, values: { image: 'httpd' } });
      expect(JSON.stringify(told.problem)).toMatch(remedy);
    }
    expect((await engine.inventory()).containers).toEqual([]);
  });

  it('is not needed once the images are loaded from an archive', async () => {
    await standIn.stop();
    const offline = await tell(engine, 'up ch04-port --lang en');
    expect(offline).toMatchObject({ code: 3, problem: { code: 'registry-unreachable' } });
    const loaded = await engine.dkkb('images', 'load', engine.archive('httpd'));
    expect(loaded).toMatchObject({ code: 0, stdout: expect.stringContaining('httpd') });
    expect((await tell(engine, 'solve ch04-port')).code).toBe(0);
    expect((await tell(engine, 'down ch04-port')).code).toBe(0);
  });

  it('images load fails for a file that is missing or is no archive', async () => {
    const missing = await engine.dkkb('images', 'load', 'nowhere.tar', '--lang', 'en');
    expect(missing).toMatchObject({ code: 3, stderr: expect.stringContaining('nowhere.tar') });
    await engine.sh('echo no archive >broken.tar');
    const broken = await engine.dkkb('images', 'load', 'broken.tar', '--lang', 'en');
    expect(broken.code).toBe(3);
    expect(broken.stderr).not.toContain('Unexpected');
  });
});

describe('a disk that fills up while an image is pulled', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dkkb-disk-'));
  let engine: Engine;
  let standIn: RegistryStandIn;

  /** Gives the engine's data a file system of 60 MB: too small for an image. */
  async function shrinkDisk(): Promise<void> {
    const own = dirname(engine.home);
    const [holder = ''] = readFileSync(join(own, 'hold'), 'utf8').split(' ');
    await engine.stopDaemon();
    const mount = ['mount', '-t', 'tmpfs', '-o', 'size=60m', 'none', join(own, 'data')];
    await need('nsenter', [`--mount=/proc/${holder}/ns/mnt`, ...mount]);
    await engine.startDaemon(standIn.engineEnv);
  }

  beforeAll(async () => {
    standIn = await RegistryStandIn.create(folder, 20430);
    engine = await startEngine('bad-disk');
    await shrinkDisk();
    await standIn.passOn(engine, engine.registry);
  });
  afterAll(async () => {
    await standIn.stop();
    await engine.stop();
    rmSync(folder, { recursive: true });
  });

  it('is reported as disk-full, and nothing incomplete is left', async () => {
    const before = await engine.inventory();
    const { code, problem } = await tell(engine, 'up ch04-port --lang en');
    expect(code).toBe(3);
    expect(problem).toMatchObject({ code: 'disk-full', values: { image: 'httpd' } });
    expect(JSON.stringify(problem)).toContain('docker system df');
    const loaded = await engine.dkkb('images', 'load', engine.archive('httpd'), '--lang', 'en');
    expect(loaded).toMatchObject({ code: 3, stderr: expect.stringContaining('disk-full') });
    expect((await tell(engine, 'down ch04-port')).code).toBe(0);
    expect(await engine.inventory()).toEqual(before);
  });
});
