import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { build } from 'esbuild';

import { useEngine, type Engine } from '../../../testbed/engine/engine';
import type { Told, Way } from './api.fixture';

let engine: Engine;
let program: string;
let begun: bigint;

async function told(way: Way): Promise<Told> {
  const env = {
    DOCKER_CERT_PATH: join(engine.home, 'certificates'),
    PATH: `${join(engine.home, 'bin')}:${engine.env['PATH'] ?? ''}`,
    ENGINE: engine.host,
  };
  const { code, stdout, stderr } = await engine.exec(process.execPath, [program, way], { env });
  if (code !== 0) throw new Error(stderr);
  const { facts, ...rest } = JSON.parse(stdout) as Told;
  // When the history is full, each look makes the engine forget its oldest events.
  const events = facts.events.filter(({ at }) => BigInt(at) >= begun);
  expect(events).not.toEqual([]);
  return { ...rest, facts: { ...facts, events } };
}

/** Makes one certificate that both sides show and trust. */
async function makeCertificate(): Promise<void> {
  const made = await engine.sh(
    `mkdir certificates && cd certificates && openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=127.0.0.1 -addext subjectAltName=IP:127.0.0.1 -keyout key.pem -out cert.pem && cp cert.pem ca.pem`,
  );
  if (made.code !== 0) throw new Error(made.stderr);
}

/** Makes an `ssh` that runs its command on this machine. */
function makeSsh(): void {
  mkdirSync(join(engine.home, 'bin'));
  const text = `#!/bin/sh
while [ "$1" != -- ]; do shift; done
shift 2
DOCKER_HOST=$ENGINE exec "$@"
`;
  writeFileSync(join(engine.home, 'bin', 'ssh'), text, { mode: 0o755 });
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
  await makeCertificate();
  makeSsh();
  await engine.docker('pull', 'httpd');
  await engine.docker('network', 'create', '--label', 'a=b=c', 'api-net');
  await engine.docker('volume', 'create', '--label', 'd=', 'api-vol');
  const attached = ['--network', 'api-net', '--network-alias', 'other', '-v', 'api-vol:/data'];
  await engine.docker('run', '-d', '--name', 'api-runs', '-p', '8081:80', ...attached, 'httpd');
  await engine.docker('create', '--name', 'api-made', '-e', 'A=b=c', '-p', '80', 'httpd', 'true');
  await engine.docker('tag', 'httpd', 'api-renamed:1');
});

afterAll(() => engine.reset());

it.each(['tcp', 'tls', 'ssh'] as const)(
  'the engine gives the same answers over %s',
  async (way) => {
    const [here, there] = [await told('socket'), await told(way)];
    expect(there.endpoint).toMatch(way === 'ssh' ? /^ssh:/ : /^tcp:/);
    expect(here.ping).toEqual({ status: 200, text: 'OK' });
    expect(there.ping).toEqual(here.ping);
    expect(there.facts).toEqual(here.facts);
    expect(there.images).toEqual([['no-such-image-here'], ['httpd']]);
    expect(there.mark).toEqual(['create', 'destroy']);
    expect(here.facts).toMatchObject({
      containers: { 'api-made': {}, 'api-runs': {} },
      networks: { 'api-net': { labels: { a: 'b=c' } } },
      volumes: { 'api-vol': { labels: { d: '' } } },
    });
  },
);

it('the marks of the history leave no volume', async () => {
  await told('socket');
  expect(await engine.docker('volume', 'ls', '--quiet')).toBe('api-vol');
});

it('a stopped engine fails with engine-not-running', async () => {
  await engine.stopDaemon();
  await expect(told('socket')).rejects.toThrow('engine-not-running');
  await engine.startDaemon();
});
