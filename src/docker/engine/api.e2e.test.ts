import { join } from 'node:path';

import { build } from 'esbuild';

import { useEngine, type Engine } from '../../../testbed/engine/engine';
import type { Told } from './api.fixture';

let engine: Engine;
let program: string;
let begun: bigint;

async function told(way: 'socket' | 'tcp'): Promise<Told> {
  const { code, stdout, stderr } = await engine.exec(process.execPath, [program, way]);
  if (code !== 0) throw new Error(stderr);
  const { facts, ...rest } = JSON.parse(stdout) as Told;
  // Of a full history, each look makes the engine forget the oldest.
  const events = facts.events.filter(({ at }) => BigInt(at) >= begun);
  expect(events).not.toEqual([]);
  return { ...rest, facts: { ...facts, events } };
}

beforeAll(async () => {
  engine = await useEngine();
  begun = BigInt(Date.now()) * 1_000_000n;
  program = join(engine.home, 'told.mjs');
  await build({
    entryPoints: [join(__dirname, 'api.fixture.ts')],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
  });
  await engine.docker('pull', 'httpd');
  await engine.docker('network', 'create', '--label', 'a=b=c', 'api-net');
  await engine.docker('volume', 'create', '--label', 'd=', 'api-vol');
  const attached = ['--network', 'api-net', '--network-alias', 'other', '-v', 'api-vol:/data'];
  await engine.docker('run', '-d', '--name', 'api-runs', '-p', '8081:80', ...attached, 'httpd');
  await engine.docker('create', '--name', 'api-made', '-e', 'A=b=c', '-p', '80', 'httpd', 'true');
  await engine.docker('tag', 'httpd', 'api-renamed:1');
});

afterAll(() => engine.reset());

it('tells the same by the API as by the docker client', async () => {
  const byApi = await told('socket');
  const byClient = await told('tcp');
  expect(byApi.ping).toEqual({ status: 200, text: 'OK' });
  expect(byClient.ping).toBeUndefined();
  expect(byApi.facts).toEqual(byClient.facts);
  expect(byApi.facts).toMatchObject({
    containers: { 'api-made': {}, 'api-runs': {} },
    networks: { 'api-net': { labels: { a: 'b=c' } } },
    volumes: { 'api-vol': { labels: { d: '' } } },
  });
});

it.each(['socket', 'tcp'] as const)('knows images and marks the history over %s', async (way) => {
  const { images, mark } = await told(way);
  expect(images).toEqual([true, false, ['httpd']]);
  expect(mark).toEqual(['create', 'destroy']);
  expect(await engine.docker('volume', 'ls', '--quiet')).toBe('api-vol');
});

it('lets the client say why, when the engine is stopped', async () => {
  await engine.stopDaemon();
  await expect(told('socket')).rejects.toThrow('engine-not-running');
  await engine.startDaemon();
});
