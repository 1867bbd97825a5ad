// @needs engine images provider
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import { labs } from '../labs';
import { composeModel } from '../labs/compose';
import type { DockerLab } from '../labs/lab';
import { useEngine, type Engine } from '../testbed/engine';
import { factsOf } from './parity.facts';
import { everything } from './parity.fixture';
import { stackState } from './state';
import { stateFolder, synthStacks } from './synth';

const catalogue = [...labs, everything];
const withServices = catalogue.filter(
  (lab): lab is DockerLab =>
    lab.platform === 'docker' && Object.keys(stackState(lab).services).length > 0,
);

let engine: Engine;

async function succeed(program: string, args: readonly string[], options = {}): Promise<string> {
  const { code, stdout, stderr } = await engine.exec(program, args, options);
  if (code !== 0)
    throw new Error(`${program} ${args.join(' ')}: exit ${String(code)}\n${stderr || stdout}`);
  return stdout;
}

async function composeUp(lab: DockerLab): Promise<void> {
  const { networks, volumes, services } = stackState(lab);
  const input = compose(lab, { networks, volumes, services });
  await succeed('docker', ['compose', '-f', '-', 'up', '--detach', '--wait'], { input });
}

async function composeDown(lab: DockerLab): Promise<void> {
  const input = compose(lab, stackState(lab));
  await succeed('docker', ['compose', '-f', '-', 'down', '--volumes'], { input });
}

/** Compose would put its own variables where Terraform puts its expressions. */
function compose(lab: DockerLab, state: Parameters<typeof composeModel>[1]): string {
  return JSON.stringify(composeModel(lab.id, state)).replaceAll('$', '$$$$');
}

async function terraform(lab: DockerLab, ...args: string[]): Promise<string> {
  const cwd = join(engine.home, 'cdktf.out', 'stacks', lab.id);
  return succeed('terraform', [...args, '-no-color', '-input=false'], { cwd });
}

async function inspect(lab: DockerLab): Promise<unknown> {
  const names = Object.keys(stackState(lab).services);
  return factsOf(JSON.parse(await engine.docker('inspect', ...names)) as unknown[]);
}

beforeAll(async () => {
  engine = await useEngine();
  const images = withServices.flatMap((lab) => Object.values(stackState(lab).services));
  for (const image of new Set(images.map((service) => service.image))) {
    await engine.docker('pull', image);
  }
  await mkdir(join(engine.home, stateFolder));
  await synthStacks(join(engine.home, 'cdktf.out'), { project: engine.home, catalogue });
});

it('covers a lab of the book', () => {
  expect(withServices.length).toBeGreaterThan(1);
});

describe.each(withServices.map((lab) => [lab.id, lab] as const))('%s', (_, lab) => {
  it('is the same from Terraform as from Compose', async () => {
    const before = await engine.inventory();
    await composeUp(lab);
    const fromCompose = await inspect(lab);
    await composeDown(lab);
    expect(await engine.inventory()).toEqual(before);

    await terraform(lab, 'init');
    await terraform(lab, 'apply', '-auto-approve');
    expect(await inspect(lab)).toEqual(fromCompose);
    await terraform(lab, 'plan', '-detailed-exitcode');

    await terraform(lab, 'destroy', '-auto-approve');
    const volumes = [...before.volumes, ...Object.keys(stackState(lab).volumes)];
    expect(await engine.inventory()).toEqual({ ...before, volumes });
  });
});
