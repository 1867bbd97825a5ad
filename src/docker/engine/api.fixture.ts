import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';

import { openEngine } from './engine';
import { markHistory } from './events';
import type { EngineEvent } from './facts';
import { imageIds, missingOf } from './images';
import { existingNames } from './lists';

/** How the fixture reaches the engine. */
export type Way = 'socket' | 'tcp' | 'tls' | 'ssh';

/** Everything that is read of an engine, as plain data; printed by the test's own process. */
export interface Told {
  readonly endpoint: string;
  readonly ping: unknown;
  readonly facts: Readonly<Record<string, unknown>> & { readonly events: readonly EngineEvent[] };
  readonly images: readonly unknown[];
  readonly mark: readonly string[];
}

async function listen(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  server.unref();
  return `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** The address of the same engine by another way. */
async function addressBy(way: Way, socket: string): Promise<string> {
  const lead = (client: Socket) => {
    const upstream = connect(socket);
    client.pipe(upstream).pipe(client);
    upstream.on('error', () => client.destroy());
    client.on('error', () => upstream.destroy());
  };
  switch (way) {
    case 'socket':
      return `unix://${socket}`;
    case 'ssh':
      return 'ssh://somebody@other:2222';
    case 'tcp':
      return listen(createServer(lead));
    case 'tls': {
      const read = (name: string) =>
        readFileSync(`${process.env['DOCKER_CERT_PATH'] ?? ''}/${name}.pem`);
      const own = { ca: read('ca'), cert: read('cert'), key: read('key') };
      return listen(createTlsServer({ ...own, requestCert: true, rejectUnauthorized: true }, lead));
    }
  }
}

async function tell(): Promise<Told> {
  const { endpoint, api, snapshot } = await openEngine();
  const seen = snapshot();
  const images = (await seen.images()).map(({ id, reference }) => `${reference} ${id}`);
  const names = [
    ...(await existingNames('container', api)),
    ...(await existingNames('image', api)),
  ];
  const facts = {
    containers: Object.fromEntries(await seen.containers()),
    networks: Object.fromEntries(await seen.networks()),
    volumes: Object.fromEntries(await seen.volumes()),
    images: images.sort(),
    names: names.sort(),
    events: (await seen.history()).events.filter(({ type }) => type !== 'volume'),
  };
  const asked = ['httpd', 'no-such-image-here'];
  const known = [await missingOf(api, asked), Object.keys(await imageIds(api, asked))];
  const marker = await markHistory(api, 'api-mark', { 'dkkb.lab': 'api' });
  const { events } = await snapshot().history();
  return {
    endpoint,
    ping: await api.ask('GET', '/_ping'),
    facts,
    images: known,
    mark: events.filter(({ id }) => id === marker).map(({ action }) => action),
  };
}

async function main(way: Way): Promise<void> {
  const socket = process.env['DOCKER_HOST']?.replace('unix://', '') ?? '';
  if (way === 'tls') process.env['DOCKER_TLS_VERIFY'] = '1';
  process.env['DOCKER_HOST'] = await addressBy(way, socket);
  process.stdout.write(JSON.stringify(await tell()));
}

main(process.argv[2] as Way).catch((error: unknown) => {
  process.stderr.write(String(error));
  process.exitCode = 1;
});
