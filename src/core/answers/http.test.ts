import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { ask, askLonger, type HttpAnswer } from './http';

let server: Server;
let url: string;

beforeAll(async () => {
  const moved: Readonly<Record<string, string>> = {
    '/': '/install.php',
    '/install.php': '/slow',
    '/loop': '/loop',
    '/away': 'http://elsewhere.example/install.php',
    '/file': 'ftp://127.0.0.1/',
    '/none': 'http://[',
  };
  server = createServer(({ url: path = '' }, response) => {
    if (path === '/silent') return;
    if (path === '/broken' || path === '/stuck') {
      response.writeHead(200, { 'content-length': 100 });
      response.write('half a page');
      if (path === '/broken') setImmediate(() => response.destroy());
      return;
    }
    const location = moved[path];
    if (location) response.writeHead(302, { location });
    response.end(path === '/slow' ? 'the end' : '');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

it('follows redirections on the same host', async () => {
  expect(await ask(`${url}/`)).toEqual({ status: 200, body: 'the end' });
});

it('does not follow a redirection to the path `stopAt`', async () => {
  expect(await ask(`${url}/`, '/install.php')).toMatchObject({
    status: 302,
    location: '/install.php',
  });
});

it('does not follow a redirection to another host', async () => {
  expect(await ask(`${url}/away`)).toMatchObject({
    status: 302,
    location: 'http://elsewhere.example/install.php',
  });
});

it.each([
  ['/file', 'ftp://127.0.0.1/'],
  ['/none', 'http://['],
])(
  'does not follow the redirection of %s to %s, which is no HTTP address',
  async (path, location) => {
    expect(await ask(`${url}${path}`)).toMatchObject({ status: 302, location });
  },
);

it('stops after some redirections that lead in a circle', async () => {
  expect(await ask(`${url}/loop`)).toEqual({ error: 'too many redirections' });
});

it('gives ECONNREFUSED when no server listens', async () => {
  expect(await ask('http://127.0.0.1:1')).toEqual({ error: 'ECONNREFUSED' });
});

it('gives ETIMEDOUT for a server that says nothing', async () => {
  expect(await ask(`${url}/silent`, undefined, 50)).toEqual({ error: 'ETIMEDOUT' });
});

it('gives an error for half a page', async () => {
  expect(await ask(`${url}/broken`)).toEqual({ error: 'ECONNRESET' });
  expect(await ask(`${url}/stuck`, undefined, 50)).toEqual({ error: 'ETIMEDOUT' });
});

it('doubles the time limit of a silent server each time, until the server answers', async () => {
  const answers: HttpAnswer[] = [
    ...Array.from({ length: 5 }, () => ({ error: 'ETIMEDOUT' })),
    { status: 200, body: '' },
    { error: 'ECONNREFUSED' },
  ];
  const given: (number | undefined)[] = [];
  const asked = askLonger(async (_url, _stopAt, time) => {
    given.push(time);
    return answers.shift() ?? { error: 'over' };
  });
  // The time limit belongs to the server, whichever page is asked for.
  for (let count = 0; count < 7; count += 1) await asked(`http://localhost:80/${count}`);
  expect(given).toEqual([5, 10, 20, 40, 60, 60, 5].map((seconds) => seconds * 1000));
});
