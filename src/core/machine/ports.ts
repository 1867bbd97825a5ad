import { createServer, type AddressInfo } from 'node:net';

/** Whether a TCP port of this machine can be bound on all addresses; a refusal for other reasons counts as free. */
export function isPortFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code !== 'EADDRINUSE'));
    server.listen({ port, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** A TCP port of this machine's loopback address that nobody uses now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/** The process that listens on a TCP port, as `name (pid N)`; empty when the system does not say. */
export async function portHolder(port: number): Promise<string> {
  try {
    const { default: findProcess } = await import('find-process');
    const [holder] = await findProcess('port', port);
    return holder ? `${holder.name} (pid ${holder.pid})` : '';
  } catch {
    return '';
  }
}
