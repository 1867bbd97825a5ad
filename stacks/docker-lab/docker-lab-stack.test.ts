import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

import { labs } from '../../labs/index';
import type { EngineState } from '../../src/docker/model/exercise';
import type { DockerLab } from '../../src/docker/lab';
import { everything } from '../parity.fixture';
import { synthStacks } from '../synth';

const scratch = mkdtempSync(join(tmpdir(), 'stacks-'));
afterAll(() => rmSync(scratch, { recursive: true }));

/** The part of the synthesized JSON that these tests look at. */
interface TerraformJson {
  readonly resource: Readonly<Record<string, Readonly<Record<string, Record<string, unknown>>>>>;
  readonly terraform: { readonly backend: { readonly local: { readonly path: string } } };
}

async function synth(states: Partial<DockerLab>, outdir = 'out'): Promise<TerraformJson> {
  const lab = { ...everything, setup: {}, solution: {}, ...states };
  const catalogue = [lab];
  const [file] = await synthStacks(join(scratch, outdir), { project: scratch, catalogue });
  return JSON.parse(readFileSync(file ?? '', 'utf8')) as TerraformJson;
}

const one = (service: object): EngineState => ({
  services: { web: { image: 'httpd', ...service } },
});

it('makes one stack for each Docker lab, under its id, and none for a probe', async () => {
  const outdir = join(scratch, 'all');
  const files = await synthStacks(outdir, { project: scratch });
  const ids = labs.filter(({ platform }) => platform === 'docker').map(({ id }) => id);
  expect(files.map((file) => relative(outdir, file)).sort()).toEqual(
    [...ids, 'practice-host'].map((id) => join('stacks', id, 'cdk.tf.json')).sort(),
  );
});

it('has what the setup and the way of a lab have, unless the solution has it in another form', async () => {
  const { resource } = await synth({
    setup: { ...one({ ports: ['20001:80'] }), images: ['busybox', 'httpd'] },
    transient: { services: { passing: { image: 'nginx' } } },
    solution: one({ ports: ['20002:80'] }),
  });
  expect(Object.keys(resource['docker_container'] ?? {}).sort()).toEqual(['passing', 'web']);
  expect(resource['docker_container']?.['web']?.['ports']).toEqual([
    { external: 20002, internal: 80 },
  ]);
  const names = Object.values(resource['docker_image'] ?? {}).map(({ name }) => name);
  expect(names.sort()).toEqual(['busybox', 'httpd', 'nginx']);
});

it('leaves images and volumes on the machine', async () => {
  const { resource } = await synth({
    setup: { ...one({ volumes: ['data:/data'] }), volumes: { data: {} } },
  });
  expect(resource).not.toHaveProperty('docker_volume');
  for (const image of Object.values(resource['docker_image'] ?? {})) {
    expect(image).toMatchObject({ keep_locally: true });
  }
});

it('waits for a service whose health another one needs, and for no other', async () => {
  const healthcheck = { test: ['CMD', 'true'] };
  const { resource } = await synth({
    setup: {
      services: {
        app: { image: 'httpd', depends_on: { db: { condition: 'service_healthy' } } },
        db: { image: 'mysql', healthcheck },
        other: { image: 'nginx', healthcheck },
      },
    },
  });
  const containers = resource['docker_container'];
  expect(containers?.['app']?.['depends_on']).toContain('docker_container.db');
  expect(containers?.['db']).toMatchObject({ wait: true });
  expect(containers?.['other']).not.toHaveProperty('wait');
});

it('keeps images of the same name in different registries apart', async () => {
  const name = 'localhost:5000/team/httpd:2.4';
  const { resource } = await synth({ setup: { images: [name, 'httpd'] } });
  const names = Object.values(resource['docker_image'] ?? {}).map((image) => image['name']);
  expect(names.sort()).toEqual(['httpd', name]);
});

it('refuses a network that the lab does not declare', async () => {
  await expect(synth({ setup: one({ networks: ['nowhere'] }) })).rejects.toThrow(
    "service web names 'nowhere', which its lab does not declare",
  );
});

it('finds its state, whatever folder it is written to', async () => {
  const state = async (outdir: string) => {
    const { terraform } = await synth({}, outdir);
    const workingFolder = join(scratch, outdir, 'stacks', everything.id);
    return join(workingFolder, terraform.backend.local.path);
  };
  expect(await state('near')).toBe(join(scratch, '.tfstate', `${everything.id}.tfstate`));
  expect(await state('far/away')).toBe(await state('near'));
});
