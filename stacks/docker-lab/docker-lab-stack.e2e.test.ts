// @circle all @needs engine images provider
import type { DockerLab } from '../../src/docker/lab';
import { useEngine, type Engine } from '../../testbed/engine/engine';
import { everything } from '../parity.fixture';
import { useStacks, type Terraform } from '../../testbed/class/stacks';

const imageless: DockerLab = {
  ...everything,
  id: 'ch00-imageless',
  setup: {},
  solution: { services: { parity000ex3: { image: 'no-such-image' } } },
};

let engine: Engine;
let terraform: Terraform;

const apply = (lab: DockerLab) => terraform(lab, 'apply', '-auto-approve');
const destroy = (lab: DockerLab) => terraform(lab, 'destroy', '-auto-approve');

beforeAll(async () => {
  engine = await useEngine();
  terraform = await useStacks(engine, [everything, imageless]);
  for (const lab of [everything, imageless]) {
    expect(await terraform(lab, 'init')).toMatchObject({ code: 0 });
  }
});

it('lets containers find each other by name, after a restart too', async () => {
  expect(await apply(everything)).toMatchObject({ code: 0 });
  const lookUp = ['exec', 'parity000ex2', 'getent', 'hosts', 'parity000ex1'];
  expect(await engine.docker(...lookUp)).toContain('parity000ex1');
  await engine.docker('restart', '--time', '1', 'parity000ex1', 'parity000ex2');
  expect(await engine.docker(...lookUp)).toContain('parity000ex1');
});

it('keeps what is in a volume over `destroy`', async () => {
  await engine.docker('exec', 'parity000ex1', 'touch', '/data/mine');
  expect(await destroy(everything)).toMatchObject({ code: 0 });
  expect(await apply(everything)).toMatchObject({ code: 0 });
  expect(await engine.docker('exec', 'parity000ex1', 'ls', '/data')).toBe('mine');
  expect(await destroy(everything)).toMatchObject({ code: 0 });
});

it("fails on the reader's own network of that name, and leaves it alone", async () => {
  const own = await engine.docker('network', 'create', 'parity000net1');
  const { code, stderr } = await apply(everything);
  expect(code).toBe(1);
  expect(stderr).toContain('network with name parity000net1 already exists');
  expect(await destroy(everything)).toMatchObject({ code: 0 });
  const left = await engine.docker('network', 'ls', '--no-trunc', '--filter', 'type=custom', '-q');
  expect(left).toBe(own);
});

it('names the image that cannot be pulled', async () => {
  const { code, stderr } = await apply(imageless);
  expect(code).toBe(1);
  expect(stderr).toContain('no-such-image');
  expect((await engine.inventory()).containers).toEqual([]);
});
