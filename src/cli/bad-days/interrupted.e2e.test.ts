import { finish, useEngine, type Engine } from '../../../testbed/engine/engine';
import { interrupt } from '../../../testbed/programs/halt';
import type { Inventory } from '../../../testbed/labs/inventory';
import { Output } from '../../../testbed/programs/output';
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
  it('in the middle of solve: the next solve finishes, and down leaves nothing', async () => {
    expect(await interrupt(engine, 'solve ch04-many', /Starting apa000ex3/, signal)).toBe(code);
    expect((await tell(engine, 'solve ch04-many')).code).toBe(0);
    expect((await tell(engine, 'down ch04-many')).code).toBe(0);
    expect(await engine.inventory()).toEqual(before);
  });
});

describe('two commands at once', () => {
  it('on the same lab both succeed, one after the other', async () => {
    const both = await Promise.all([1, 2].map(() => tell(engine, 'solve ch04-port')));
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    expect((await engine.inventory()).containers).toHaveLength(1);
    const removed = await Promise.all([1, 2].map(() => tell(engine, 'down ch04-port')));
    expect(removed.map(({ code }) => code)).toEqual([0, 0]);
    expect(await engine.inventory()).toEqual(before);
  });

  it('on different labs both succeed', async () => {
    const both = await Promise.all(
      ['solve ch04-port', 'solve ch04-nginx', 'up ch04-lifecycle'].map((line) =>
        tell(engine, line),
      ),
    );
    expect(both.map(({ code }) => code)).toEqual([0, 0, 0]);
    for (const id of ['ch04-port', 'ch04-nginx']) {
      expect((await tell(engine, `check ${id}`)).code).toBe(0);
    }
  });

  it.each(['down ch04-many', 'down --all'])(
    '%s waits for a solve that is running',
    async (down) => {
      const solving = engine.spawnDkkb(['solve', 'ch04-many', '--lang', 'en']);
      const solved = finish(solving);
      await new Output(solving).next(/Starting apa000ex3/);
      const removed = await tell(engine, `${down} --lang en`);
      expect(removed.code).toBe(0);
      expect((await solved).code).toBe(0);
      expect(JSON.parse(removed.stdout).removed).toHaveLength(3);
      expect(await engine.inventory()).toEqual(before);
    },
  );
});
