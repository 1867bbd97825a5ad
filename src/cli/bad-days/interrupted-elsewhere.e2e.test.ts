// More interruptions than in interrupted.e2e, which interrupts `solve`. @circle all
import { useEngine, type Engine } from '../../../testbed/engine/engine';
import { interrupt } from '../../../testbed/programs/halt';
import type { Inventory } from '../../../testbed/labs/inventory';
import { tell } from '../../../testbed/labs/answers';

let engine: Engine;
let before: Inventory;
beforeAll(async () => {
  engine = await useEngine();
});
beforeEach(async () => {
  await engine.reset();
  await engine.docker('pull', '-q', 'httpd');
  await engine.docker('pull', '-q', 'nginx');
  before = await engine.inventory();
});
afterAll(() => engine.reset());

describe.each([
  ['SIGINT', 130],
  ['SIGKILL', 137],
] as const)('%s', (signal, code) => {
  it('in the middle of up: the next up sets the lab up, and down leaves nothing', async () => {
    await engine.sh('docker rmi mysql');
    expect(await interrupt(engine, 'up ch04-images', /Pulling the image mysql/, signal)).toBe(code);
    expect((await tell(engine, 'up ch04-images')).code).toBe(0);
    // Other test files share the engine, so their images may be there too.
    const given = ['httpd', 'nginx', 'mysql'].map((name) =>
      expect.stringMatching(new RegExp(`^${name}:latest `)),
    );
    expect((await engine.inventory()).images).toEqual(expect.arrayContaining(given));
    expect((await tell(engine, 'down ch04-images --images')).code).toBe(0);
    expect({ ...(await engine.inventory()), images: [] }).toEqual({ ...before, images: [] });
  });

  it('in the middle of solve, then down: nothing is left', async () => {
    expect(await interrupt(engine, 'solve ch04-many', /Starting apa000ex3/, signal)).toBe(code);
    expect((await tell(engine, 'down ch04-many')).code).toBe(0);
    expect((await tell(engine, 'down ch04-many')).code).toBe(0);
    expect(await engine.inventory()).toEqual(before);
  });

  it('in the middle of the steps of solve: the next solve finishes, and down leaves nothing', async () => {
    await engine.docker('pull', '-q', 'busybox');
    const here = await engine.inventory();
    const at = /Running: docker run .*busybox/;
    expect(await interrupt(engine, 'solve ch06-volume-backup', at, signal)).toBe(code);
    expect((await tell(engine, 'solve ch06-volume-backup')).code).toBe(0);
    expect((await tell(engine, 'check ch06-volume-backup')).code).toBe(0);
    expect((await tell(engine, 'down ch06-volume-backup')).code).toBe(0);
    expect(await engine.inventory()).toEqual(here);
    expect((await engine.sh('ls')).stdout).toBe('');
  });

  it('in the middle of down: the next down removes the rest', async () => {
    expect((await tell(engine, 'solve ch04-many')).code).toBe(0);
    expect(await interrupt(engine, 'down ch04-many', /Removing/, signal)).toBe(code);
    expect((await tell(engine, 'down ch04-many')).code).toBe(0);
    expect(await engine.inventory()).toEqual(before);
  });
});
