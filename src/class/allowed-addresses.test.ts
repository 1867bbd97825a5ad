import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { allowedAddresses, asksOwnAddress } from './allowed-addresses';

let service: Server;
const { DKKB_ADDRESS_SERVICE } = process.env;

beforeAll(async () => {
  service = createServer((_request, response) => response.end('198.51.100.7\n'));
  await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
});

beforeEach(() => {
  const { port } = service.address() as AddressInfo;
  process.env['DKKB_ADDRESS_SERVICE'] = `http://127.0.0.1:${port}`;
});

afterAll(async () => {
  if (DKKB_ADDRESS_SERVICE === undefined) delete process.env['DKKB_ADDRESS_SERVICE'];
  else process.env['DKKB_ADDRESS_SERVICE'] = DKKB_ADDRESS_SERVICE;
  await new Promise((resolve) => service.close(resolve));
});

it.each([
  ['auto' as const, ['198.51.100.7/32']],
  [
    ['auto', '203.0.113.0/28'],
    ['198.51.100.7/32', '203.0.113.0/28'],
  ],
  [['198.51.100.7/32', 'auto'], ['198.51.100.7/32']],
])('puts the own address of this machine in the place of `auto`: %j', async (allow, addresses) => {
  expect(asksOwnAddress({ allow })).toBe(true);
  expect(await allowedAddresses({ allow })).toEqual(addresses);
});

it('asks nobody where only addresses are given', async () => {
  process.env['DKKB_ADDRESS_SERVICE'] = 'http://127.0.0.1:9';
  const allow = ['203.0.113.0/28'];
  expect(asksOwnAddress({ allow })).toBe(false);
  expect(await allowedAddresses({ allow })).toEqual(allow);
});

it('knows no addresses where `auto` is in the list and no service answers', async () => {
  process.env['DKKB_ADDRESS_SERVICE'] = 'http://127.0.0.1:9';
  expect(await allowedAddresses({ allow: ['auto', '203.0.113.0/28'] })).toBeUndefined();
});
