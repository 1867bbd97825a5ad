import { useEngine, type Engine } from '../../testbed/engine/engine';

let engine: Engine;
beforeAll(async () => {
  engine = await useEngine();
});
afterAll(() => engine.reset());

it('app-linux-docker passes on a machine with an engine, and tells what was found', async () => {
  const { code, stdout } = await engine.dkkb('check', 'app-linux-docker', '-o', 'json');
  expect(JSON.parse(stdout)).toMatchObject({ labs: [{ status: 'passed' }] });
  expect(code).toBe(0);
});
