import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { Registries, RegistrySilence } from './registry';

const digest = `sha256:${'a'.repeat(64)}`;
let answers: Record<string, unknown>;
let asked: string[];
let server: Server;
let registry: string;

beforeAll(async () => {
  server = createServer(({ url = '' }, response) => {
    asked.push(url);
    const answer = answers[url];
    if (typeof answer === 'string') response.writeHead(307, { location: answer }).end();
    else if (answer === undefined) response.writeHead(404).end();
    else response.end(JSON.stringify(answer));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  registry = `127.0.0.1:${String((server.address() as AddressInfo).port)}`;
});
afterAll(() => server.close());
beforeEach(() => {
  asked = [];
  answers = {
    '/v2/_catalog': { repositories: ['httpd'] },
    '/v2/httpd/tags/list': { tags: ['latest'] },
    '/v2/httpd/manifests/latest': { config: { digest }, layers: [{ digest }] },
    [`/v2/httpd/blobs/${digest}`]: {},
  };
});

it('finds no missing part in a whole image, and the missing part of a broken one', async () => {
  const registries = new Registries();
  expect(await registries.catalogueOf(registry)).toEqual({ repositories: ['httpd'] });
  const [whole] = await registries.imagesOf(registry, 'httpd');
  expect(whole).toEqual({ reference: `${registry}/httpd:latest`, missing: [] });
  answers[`/v2/httpd/blobs/${digest}`] = undefined;
  const [broken] = await registries.imagesOf(registry, 'httpd');
  expect(broken?.missing).toContain(digest);
});

it('follows no redirection, and counts it as no answer', async () => {
  answers['/v2/httpd/tags/list'] = `http://${registry}/secret`;
  await expect(new Registries().imagesOf(registry, 'httpd')).rejects.toThrow(RegistrySilence);
  expect(asked).toEqual(['/v2/httpd/tags/list']);
});

it.each([
  ['repositories', ['../../secret']],
  ['repositories', ['a?b', 'c#d']],
  ['repositories', ['@evil.example']],
  ['repositories', Array.from({ length: 1_000 }, (_, index) => `r${String(index)}`)],
  ['repositories', 'httpd'],
])('refuses a catalogue with the %s %.40j', async (field, wrong) => {
  answers['/v2/_catalog'] = { [field]: wrong };
  expect(await new Registries().catalogueOf(registry)).toEqual({ error: '', status: 200 });
});

it.each(['../../../secret', 'a b', '?', 'latest#'])('never asks for the tag %j', async (tag) => {
  answers['/v2/httpd/tags/list'] = { tags: [tag] };
  expect(await new Registries().imagesOf(registry, 'httpd')).toEqual([]);
  expect(asked).toHaveLength(1);
});

it('stops at an index that lists itself', async () => {
  answers['/v2/httpd/manifests/latest'] = { manifests: [{ digest }] };
  answers[`/v2/httpd/manifests/${digest}`] = { manifests: [{ digest }, { digest }] };
  const [image] = await new Registries().imagesOf(registry, 'httpd');
  expect(image?.missing).not.toEqual([]);
  expect(asked.length).toBeLessThan(20);
});

it('gives up on a catalogue that would need more than 500 questions', async () => {
  const tags = Array.from({ length: 100 }, (_, index) => `t${String(index)}`);
  answers['/v2/httpd/tags/list'] = { tags };
  const layers = Array.from({ length: 100 }, () => ({ digest }));
  for (const tag of tags) answers[`/v2/httpd/manifests/${tag}`] = { layers };
  await expect(new Registries().imagesOf(registry, 'httpd')).rejects.toThrow(RegistrySilence);
  expect(asked.length).toBeLessThanOrEqual(500);
});
