import { createServer, type AddressInfo, type Server } from 'node:net';

import { greetsAsSsh } from './greets';

let server: Server | undefined;
afterEach(() => server?.close());

async function serving(greeting: string): Promise<number> {
  const listening = createServer((socket) => socket.end(greeting));
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  return (listening.address() as AddressInfo).port;
}

it.each([
  ['SSH-2.0-OpenSSH_9.6p1 Ubuntu-3ubuntu13\r\n', true],
  ['HTTP/1.1 400 Bad Request\r\n', false],
  ['', false],
])('a port that greets with %j is one of SSH: %s', async (greeting, greets) => {
  expect(await greetsAsSsh(await serving(greeting), 20_000)).toBe(greets);
});

it('a port at which nobody listens, or at which nobody speaks, is none of SSH', async () => {
  const silent = createServer(() => undefined);
  server = silent;
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  expect(await greetsAsSsh((silent.address() as AddressInfo).port, 50)).toBe(false);
  expect(await greetsAsSsh(1, 20_000)).toBe(false);
});
