import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, join } from 'node:path';

import { vmPart } from './vm';

/** The host of the package source on the VM's disk. */
const archive = 'packages.test';

/** More files of a mirror, by HOST/PATH. */
export type MirroredFiles = Map<string, string>;

/** A mirror at this machine's loopback address, with the packages of the VM's part and the given files. */
export async function startVmMirror(
  files: MirroredFiles,
): Promise<{ readonly port: number; stop(): Promise<void> }> {
  const server = createServer((asked, answer) => {
    const url = decodeURIComponent((asked.url ?? '').slice(1));
    const file = files.get(url);
    if (file !== undefined) return answer.end(file);
    if (!url.startsWith(`${archive}/`)) return answer.writeHead(404).end();
    return createReadStream(join(vmPart, 'archive', basename(url)))
      .on('error', () => answer.writeHead(404).end())
      .pipe(answer);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    port,
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
