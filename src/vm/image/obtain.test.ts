import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Reporter } from '../../core/reporter';
import { obtain } from './obtain';
import { sourceOf } from './sources';

const content = 'an image';
const sum = createHash('sha256').update(content).digest('hex');
let data: string;
let server: Server;
let url: string;
let asked: number;
let notes: string[];
const reporter: Reporter = {
  note: ({ en }) => void notes.push(en),
  step: (_text, work) => work(() => undefined),
};

beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'dkkb-obtain-'));
  process.env['DKKB_DATA'] = data;
  asked = 0;
  notes = [];
  server = createServer((_request, answer) => {
    asked += 1;
    answer.setHeader('etag', '"one"').end(content);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/ubuntu.img`;
});
afterEach(async () => {
  delete process.env['DKKB_DATA'];
  server.closeAllConnections();
  server.close();
  await rm(data, { recursive: true });
});

it('an image is fetched once', async () => {
  const path = await obtain(sourceOf(url), sum, reporter);
  expect(path).toBe(join(data, 'images', `${sum}.img`));
  expect(await obtain(sourceOf(url), sum, reporter)).toBe(path);
  expect(asked).toBe(1);
});

it('one that is damaged in the cache is named, and fetched again', async () => {
  const path = await obtain(sourceOf(url), sum, reporter);
  await writeFile(path, 'an imagE');
  await obtain(sourceOf(url), sum, reporter);
  expect(await readFile(path, 'utf8')).toBe(content);
  expect(notes).toEqual([expect.stringContaining('damaged')]);
  expect(notes[0]).toContain(path);
});

it('one with another checksum is not kept', async () => {
  const wanted = 'b'.repeat(64);
  await expect(obtain(sourceOf(url), wanted, reporter)).rejects.toMatchObject({
    code: 'vm-image-checksum',
    values: { wanted, found: sum },
  });
  expect(await readdir(join(data, 'images'))).toEqual([]);
});

it('without a checksum, nothing is fetched from where anybody may answer', async () => {
  await expect(obtain(sourceOf(url), undefined, reporter)).rejects.toMatchObject({
    code: 'vm-image-unverified',
  });
  expect(asked).toBe(0);
});
