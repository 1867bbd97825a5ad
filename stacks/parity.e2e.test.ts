// @circle all @needs engine images provider @minutes 8
import { labs } from '../labs/index';
import { composeModel } from '../src/docker/model/compose';
import type { DockerLab } from '../src/docker/lab';
import { namesOf } from '../src/docker/model/service';
import { useEngine, type Engine, type Finished } from '../testbed/engine/engine';
import { factsOf } from './parity.facts';
import { everything } from './parity.fixture';
import { useStacks, type Terraform } from '../testbed/class/stacks';
import { stackState } from './state';

const withServices = [...labs, everything].filter(
  (lab): lab is DockerLab =>
    lab.platform === 'docker' && Object.keys(stackState(lab).services).length > 0,
);
const succeeded: Partial<Finished> = { code: 0 };

let engine: Engine;
let terraform: Terraform;

function compose(lab: DockerLab, ...args: string[]): Promise<Finished> {
  const input = JSON.stringify(composeModel(lab.id, stackState(lab)));
  return engine.exec('docker', ['compose', '-f', '-', ...args], { input });
}

async function inspect(lab: DockerLab): Promise<unknown> {
  const names = Object.keys(stackState(lab).services);
  return factsOf(JSON.parse(await engine.docker('inspect', ...names)) as unknown[]);
}

beforeAll(async () => {
  engine = await useEngine();
  terraform = await useStacks(engine, withServices);
  const images = withServices.flatMap((lab) => [...namesOf(lab).images]);
  for (const image of new Set(images)) {
    await engine.docker('pull', image);
  }
});

it('covers a lab of the book', () => {
  expect(withServices.length).toBeGreaterThan(1);
});

describe.each(withServices.map((lab) => [lab.id, lab] as const))('%s', (_, lab) => {
  it('is the same from Terraform as from Compose', async () => {
    const before = await engine.inventory();
    expect(await compose(lab, 'up', '--detach', '--wait')).toMatchObject(succeeded);
    const fromCompose = await inspect(lab);
    expect(await compose(lab, 'down', '--volumes', '--timeout', '0')).toMatchObject(succeeded);
    expect(await engine.inventory()).toEqual(before);

    expect(await terraform(lab, 'init')).toMatchObject(succeeded);
    expect(await terraform(lab, 'apply', '-auto-approve')).toMatchObject(succeeded);
    expect(await inspect(lab)).toEqual(fromCompose);
    expect(await terraform(lab, 'plan', '-detailed-exitcode')).toMatchObject(succeeded);

    expect(await terraform(lab, 'destroy', '-auto-approve')).toMatchObject(succeeded);
    // What Terraform leaves on purpose: volumes with their data, which the engine made when they were mounted.
    const { services, volumes: named } = stackState(lab);
    const mounts = Object.values(services).flatMap((service) => service.volumes ?? []);
    const kept = Object.keys(named).filter((name) =>
      mounts.some((it) => it.startsWith(`${name}:`)),
    );
    const volumes = [...before.volumes, ...kept].sort();
    expect(await engine.inventory()).toEqual({ ...before, volumes });
    if (kept.length > 0) await engine.docker('volume', 'rm', ...kept);
  });
});
