import { mkdtempSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { forward } from '../engine/forward';
import { pour } from './lies';
import type { Namespace } from '../engine/namespace';

/** What a server does with a connection. */
export type Manner = (way: Socket) => unknown;

/** Servers at an SSH port that are no SSH server, or stop being one. */
export const manners = {
  'says nothing': () => undefined,
  'breaks off at once': (way) => way.destroy(),
  'greets, and says nothing more': (way) => way.write('SSH-2.0-OpenSSH_9.2\r\n'),
  'greets without an end': (way) => pour(way, `${'a'.repeat(200)}\r\n`.repeat(100)),
  'greets in a line without an end': (way) => pour(way, 'a'.repeat(65_536)),
  'speaks HTTP, and paints the terminal': (way) => way.end('HTTP/1.1 400 \u001b[2J\u0007\r\n\r\n'),
  'exchanges keys without an end': (way) => {
    way.write('SSH-2.0-OpenSSH_9.2\r\n');
    pour(way, '\0'.repeat(65_536));
  },
} satisfies Readonly<Record<string, Manner>>;

/** A stand-in for another server at a machine's port; resolves once the port is open, with the function that ends it. */
export async function startStranger(
  place: Namespace,
  address: string,
  port: number,
  manner: Manner,
): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'dkkb-stranger-'));
  const open = new Set<Socket>();
  const server = createServer((way) => {
    open.add(way);
    way.on('error', () => undefined).on('close', () => open.delete(way));
    manner(way);
  });
  const socket = join(folder, 'port');
  server.listen(socket);
  await once(server, 'listening');
  const end = await forward(place.spawn.bind(place), address, port, socket);
  return async () => {
    await end();
    const closed = once(server, 'close');
    server.close();
    for (const way of open) way.destroy();
    await closed;
    rmSync(folder, { recursive: true, force: true });
  };
}
