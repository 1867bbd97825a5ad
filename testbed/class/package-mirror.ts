import { once } from 'node:events';
import { createServer, request, type Server } from 'node:http';
import { join } from 'node:path';

import type { Engine } from '../engine/engine';
import { forward } from '../engine/forward';
import { need } from '../programs/process';

const gateway = '172.17.0.1';
const port = 3142;

/** Lets the containers of an engine reach a socket or a port of its network at the bridge's address; it ends with the engine or when it is closed. */
export function openToContainers(
  engine: Engine,
  listens: number,
  there: string | number,
): Promise<() => Promise<void>> {
  return forward((program, args) => engine.spawn(program, args), gateway, listens, there);
}

/** A server that gives for HOST/PATH what this machine gets from http://HOST/PATH, for only one host. */
function packageServer(debian: string): Server {
  return createServer((asked, answer) => {
    const [, host, path] = /^\/([^/]+)(\/.*)$/.exec(asked.url ?? '') ?? [];
    if (host !== debian) return answer.writeHead(404).end();
    const headers = { ...asked.headers, host: debian };
    const outside = request(`http://${debian}${path ?? ''}`, { headers }, (got) => {
      answer.writeHead(got.statusCode ?? 502, got.headers);
      got.pipe(answer);
    });
    outside.on('error', () => answer.destroy());
    return outside.end();
  });
}

/** A package mirror for the containers of an engine without network: it gives for HOST/PATH what this machine gets from http://HOST/PATH. */
export class PackageMirror {
  readonly address = `http://${gateway}:${String(port)}`;

  private constructor(
    private readonly server: Server,
    private readonly close: () => Promise<void>,
  ) {}

  /** Serves only the host of the package source in a root file system. */
  static async start(engine: Engine, rootTar: string): Promise<PackageMirror> {
    const debian = await sourceOf(rootTar);
    const socket = join(engine.home, '..', 'packages.sock');
    const server = packageServer(debian);
    server.listen(socket);
    await once(server, 'listening');
    return new PackageMirror(server, await openToContainers(engine, port, socket));
  }

  /** Ends the mirror. */
  async stop(): Promise<void> {
    await this.close();
    this.server.close();
    this.server.closeAllConnections();
  }
}

/** The host of the package source in a root file system. */
async function sourceOf(rootTar: string): Promise<string> {
  const list = await need('tar', ['-xOf', rootTar, './etc/apt/sources.list']);
  const address = /^deb (\S+) /m.exec(list)?.[1];
  if (!address) throw new Error(`${rootTar} has no package source:\n${list}`);
  return new URL(address).host;
}
