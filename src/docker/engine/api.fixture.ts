import { once } from 'node:events';
import { connect, createServer, type AddressInfo } from 'node:net';

import { askApi } from './api';
import { lookAtEngine } from './engine';
import type { EngineEvent } from './facts';
import { hasImage, imageIds, markHistory } from './images';
import { existingNames } from './lists';

/** Everything that is read of an engine, as plain data; printed by the test's own process. */
export interface Told {
  readonly ping: unknown;
  readonly facts: Readonly<Record<string, unknown>> & { readonly events: readonly EngineEvent[] };
  readonly images: readonly unknown[];
  readonly mark: readonly string[];
}

// The same engine, where only the docker client knows the way.
async function listenOnTcp(socket: string): Promise<string> {
  const server = createServer((client) => {
    const upstream = connect(socket);
    client.pipe(upstream).pipe(client);
    upstream.on('error', () => client.destroy());
    client.on('error', () => upstream.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  server.unref();
  return `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function tell(): Promise<Told> {
  const look = lookAtEngine(process.env['DOCKER_HOST'] ?? '');
  const images = (await look.images()).map(({ id, reference }) => `${reference} ${id}`);
  const facts = {
    containers: Object.fromEntries(await look.containers()),
    networks: Object.fromEntries(await look.networks()),
    volumes: Object.fromEntries(await look.volumes()),
    images: images.sort(),
    names: [...(await existingNames('container')), ...(await existingNames('image'))].sort(),
    events: (await look.history()).events.filter(({ type }) => type !== 'volume'),
  };
  const missing = 'no-such-image-here';
  const ids = Object.keys(await imageIds(['httpd', missing]));
  const marker = await markHistory('api-mark', 'dkkb.lab=api');
  const { events } = await lookAtEngine('').history();
  return {
    ping: await askApi('GET', '/_ping'),
    facts,
    images: [await hasImage('httpd'), await hasImage(missing), ids],
    mark: events.filter(({ id }) => id === marker).map(({ action }) => action),
  };
}

async function main(way: string | undefined): Promise<void> {
  const socket = process.env['DOCKER_HOST']?.replace('unix://', '') ?? '';
  if (way === 'tcp') process.env['DOCKER_HOST'] = await listenOnTcp(socket);
  process.stdout.write(JSON.stringify(await tell()));
}

main(process.argv[2]).catch((error: unknown) => {
  process.stderr.write(String(error));
  process.exitCode = 1;
});
