import { once } from 'node:events';
import { existsSync, statSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { until } from '../../../testbed/programs/until';
import { download, sumOf } from './download';

const content = Buffer.from(Array.from({ length: 300_000 }, (_, index) => index % 251));
const nobody = () => undefined;
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
  await download(url, path, (now) => (has = now));
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

it('a missing file is told at once', async () => {
  const url = await serve(0, '"one"', (_request, answer) => answer.writeHead(404).end());
  await expect(download(url, join(folder, 'part'), nobody)).rejects.toMatchObject({
    code: 'vm-image-not-fetched',
    values: { url, said: 'HTTP 404' },
  });
  expect(asked).toHaveLength(1);
});

it('knows the checksum of a file', async () => {
  const path = join(folder, 'abc');
  await writeFile(path, 'abc');
  expect(await sumOf(path)).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});
