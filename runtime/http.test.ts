import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { ask } from './http';

let server: Server;
let url: string;

beforeAll(async () => {
  const moved: Readonly<Record<string, string>> = {
    '/': '/install.php',
    '/install.php': '/slow',
    '/loop': '/loop',
    '/away': 'http://elsewhere.example/install.php',
  };
  server = createServer(({ url: path = '' }, response) => {
    const location = moved[path];
    if (location) response.writeHead(302, { location });
    response.end(path === '/slow' ? 'the end' : '');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
});
afterAll(() => server.close());

it('follows redirections on the same host', async () => {
  expect(await ask(`${url}/`)).toEqual({ status: 200, body: 'the end' });
});

it('stops before the path that is named', async () => {
  expect(await ask(`${url}/`, '/install.php')).toMatchObject({
    status: 302,
    location: '/install.php',
  });
});

it('does not leave the host', async () => {
  expect(await ask(`${url}/away`)).toMatchObject({
    status: 302,
    location: 'http://elsewhere.example/install.php',
  });
});

it('ends a circle of redirections', async () => {
  expect(await ask(`${url}/loop`)).toEqual({ error: 'too many redirections' });
});

it('says why nobody answered', async () => {
  expect(await ask('http://127.0.0.1:1')).toEqual({ error: 'ECONNREFUSED' });
});
