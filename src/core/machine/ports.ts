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

type OwnHolder = (port: number) => Promise<string>;
let ownHolder: OwnHolder = async () => '';

/** Says how a port is recognised that a machine of this program has; empty for every other port. */
export function recognisePorts(by: OwnHolder): void {
  ownHolder = by;
}

/** The machine of this program that has a TCP port of this one; empty where none has it. */
export function ownPortHolder(port: number): Promise<string> {
  return ownHolder(port);
}

/** A process that listens on a port. */
export interface Holder {
  /** As `name (pid N)`. */
  readonly shown: string;
  /** The words it was started with, as far as the system tells them. */
  readonly command: string;
}

/** The process that listens on a TCP port; undefined when the system does not say. */
export async function holderOf(port: number): Promise<Holder | undefined> {
  try {
    const { default: findProcess } = await import('find-process');
    const [holder] = await findProcess('port', port);
    return holder && { shown: `${holder.name} (pid ${holder.pid})`, command: holder.cmd };
  } catch {
    return undefined;
  }
}

/** What listens on a TCP port: a machine of this program, or a process as `name (pid N)`; empty when the system does not say. */
export async function portHolder(port: number): Promise<string> {
  return (await ownHolder(port)) || ((await holderOf(port))?.shown ?? '');
}
