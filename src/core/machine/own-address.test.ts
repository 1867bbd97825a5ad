import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { ownAddress } from './own-address';

let server: Server;

/** The address that a service tells which answers like this. */
async function told(answer: RequestListener, time = 5_000): Promise<string | undefined> {
  server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  process.env['DKKB_ADDRESS_SERVICE'] = `http://127.0.0.1:${port}/`;
  return ownAddress(time);
}

afterEach(() => {
  delete process.env['DKKB_ADDRESS_SERVICE'];
  server.close();
  server.closeAllConnections();
});

it('is a CIDR of one address', async () => {
  expect(await told((_, answer) => answer.end('203.0.113.7\n'))).toBe('203.0.113.7/32');
});

it.each<[string, RequestListener]>([
  ['another text', (_, answer) => answer.end('<html>Sign in to the Wi-Fi</html>')],
  ['an address in an error page', (_, answer) => answer.writeHead(503).end('203.0.113.7')],
  ['an address and much more', (_, answer) => answer.end(`203.0.113.7${' '.repeat(2_000)}`)],
  [
    'half an answer',
    (_, answer) => {
      answer.writeHead(200, { 'content-length': 50 });
      answer.write('203.0.113.7', () => answer.destroy());
    },
  ],
])('is unknown where the service gives %s', async (_, answer) => {
  expect(await told(answer)).toBeUndefined();
});

it.each<[string, RequestListener]>([
  ['nothing', () => undefined],
  ['a text without an end', (_, answer) => void setInterval(() => answer.write(' '), 10).unref()],
])('is unknown where the service gives %s in time', async (_, answer) => {
  expect(await told(answer, 100)).toBeUndefined();
});
