import { once } from 'node:events';
import { existsSync, statSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { until } from '../../../testbed/programs/until';
import { download, sumOf } from './download';
import { sizeText } from './not-fetched';

const content = Buffer.from(Array.from({ length: 300_000 }, (_, index) => index % 251));
const nobody = { onBytes: () => undefined };
let folder: string;
let server: Server;
let asked: (string | undefined)[];
const partial = () => join(folder, 'image.part');

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dkkb-download-'));
  asked = [];
});
afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true });
});

/** Serves the content; `break` many times it ends a connection after some bytes. */
async function serve(breaks: number, etag = '"one"', other?: RequestListener): Promise<string> {
  let left = breaks;
  server = createServer((request, answer) => {
    asked.push(request.headers.range);
    if (other) return other(request, answer);
    const isSame = request.headers['if-range'] === etag;
    const from = isSame ? Number(/bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0) : 0;
    const rest = content.subarray(from);
    answer.writeHead(from > 0 ? 206 : 200, {
      etag,
      'content-length': rest.length,
      ...(from > 0 && {
        'content-range': `bytes ${String(from)}-${String(content.length - 1)}/${String(content.length)}`,
      }),
    });
    if (left === 0) return answer.end(rest);
    left -= 1;
    answer.write(rest.subarray(0, 100_000));
    // It breaks when some of the bytes have been kept.
    return void until(
      () => (existsSync(partial()) ? statSync(partial()).size : 0),
      (size) => size > from,
    ).then(() => request.socket.end());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/image.img`;
}

it('a download that breaks goes on where it was', async () => {
  const url = await serve(2);
  const path = join(folder, 'image.part');
  let has = 0;
  await download(url, path, { onBytes: (now) => (has = now) });
  expect(await readFile(path)).toEqual(content);
  expect(has).toBe(content.length);
  expect(asked[0]).toBeUndefined();
  expect(asked).toEqual([
    undefined,
    expect.stringMatching(/^bytes=\d{4,}-$/),
    expect.stringMatching(/^bytes=\d{4,}-$/),
  ]);
}, 20_000);

it('a later run goes on with the part of an earlier one, unless the file has changed since', async () => {
  const path = join(folder, 'image.part');
  const url = await serve(0);
  const note = (version: string) =>
    writeFile(`${path}.json`, JSON.stringify({ url, version: `"${version}"` }));
  await writeFile(path, content.subarray(0, 1_000));
  await note('one');
  await download(url, path, nobody);
  expect(await readFile(path)).toEqual(content);
  await writeFile(path, 'old'.repeat(200_000));
  await note('before');
  await download(url, path, nobody);
  expect(await readFile(path)).toEqual(content);
  expect(asked).toEqual(['bytes=1000-', 'bytes=600000-']);
});

it.each([
  { reason: 'missing', status: 404 },
  { reason: 'missing', status: 410 },
  { reason: 'denied', status: 403 },
  { reason: 'redirects', status: 302, headers: { location: '/image.img' }, times: 6 },
  { reason: 'large', status: 200, headers: { 'content-length': String(2 ** 40) } },
  { reason: 'answer', status: 204 },
])('what is refused is not asked for again: $reason, $status', async (refused) => {
  const { reason, status, headers = {}, times = 1 } = refused;
  const url = await serve(0, '"one"', (_asked, answer) => {
    answer.writeHead(status, headers);
    if (status === 200) answer.write('some');
    else answer.end();
  });
  await expect(download(url, partial(), nobody)).rejects.toMatchObject({
    code: 'vm-image-refused',
    values: { url, reason },
  });
  expect(asked).toHaveLength(times);
});

it('a server that fails is asked again, and each further attempt is told', async () => {
  let first = true;
  const url = await serve(0, '"one"', (_asked, answer) => {
    answer.writeHead(first ? 500 : 200);
    first = false;
    answer.end(content);
  });
  const told: unknown[] = [];
  const onRetry = (...words: unknown[]) => told.push(words);
  await download(url, partial(), { ...nobody, onRetry });
  expect(told).toEqual([['HTTP 500', 2, 5]]);
  expect(await readFile(partial())).toEqual(content);
}, 20_000);

it('at the end of its time, what has come of an image is kept and told', async () => {
  const url = await serve(0, '"one"', (_asked, answer) => {
    answer.writeHead(200, { 'content-length': content.length });
    answer.write(content.subarray(0, 2_048));
  });
  const ends = new AbortController();
  const onBytes = (has: number) => has === 2_048 && ends.abort();
  await expect(download(url, partial(), { onBytes, signal: ends.signal })).rejects.toMatchObject({
    code: 'vm-image-not-fetched',
    values: { said: expect.stringContaining('--timeout'), has: '2 KiB' },
  });
});

it('a server that never answers is left at the end of the time', async () => {
  const url = await serve(0, '"one"', () => undefined);
  const signal = AbortSignal.timeout(200);
  await expect(download(url, partial(), { ...nobody, signal })).rejects.toMatchObject({
    values: { said: expect.stringContaining('--timeout'), has: '0' },
  });
});

it.each([
  [0, '0'],
  [1_000, '1000 B'],
  [500_000, '488 KiB'],
  [3 * 2 ** 20, '3 MiB'],
])('%i bytes are shown as %s', (bytes, shown) => {
  expect(sizeText(bytes)).toBe(shown);
});

it('knows the checksum of a file', async () => {
  const path = join(folder, 'abc');
  await writeFile(path, 'abc');
  expect(await sumOf(path)).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});
