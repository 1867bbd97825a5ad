import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

const program = `const net = require('node:net');
  const [address, port, there] = process.argv.slice(1);
  net.createServer((asked) => {
    const way = net.connect(/^\\d+$/.test(there) ? { port: Number(there) } : { path: there });
    asked.pipe(way).pipe(asked);
    for (const end of [asked, way]) end.on('error', () => (asked.destroy(), way.destroy()));
  }).listen(Number(port), address, () => console.log('listening'));`;

/** Makes an address and port of a network lead to a socket, or to a port of the same network; the returned function ends it. */
export async function forward(
  spawnThere: (program: string, args: readonly string[]) => ChildProcess,
  address: string,
  port: number,
  there: string | number,
): Promise<() => Promise<void>> {
  const words = ['-e', program, address, String(port), String(there)];
  const server = spawnThere(process.execPath, words);
  if (server.stdout) await once(server.stdout, 'data');
  return async () => {
    const closed = once(server, 'close');
    server.kill();
    await closed;
  };
}
