import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { files } from '../machine/files';
import { readerComposeFile } from '../../docker/checks/compose/readers-file';
import { isShownBy, sameButForLineEndings, yamlLimit, yamlOf } from './reader-file';

it('sees that only line endings differ', () => {
  expect(sameButForLineEndings('a\r\nb\r\n', 'a\nb')).toBe(true);
  expect(sameButForLineEndings('a\r\nb', 'a b')).toBe(false);
});

it('a page shows a file when it is the whole file, or the beginning of a file that is too long to read', () => {
  const long = '가'.repeat(300_000);
  expect(isShownBy('<h1>hi</h1>', '<h1>hi</h1>')).toBe(true);
  expect(isShownBy(long.slice(0, 250_000), long)).toBe(true);
  expect(isShownBy('<h1>', '<h1>hi</h1>')).toBe(false);
  expect(isShownBy('', '')).toBe(false);
});

describe('a YAML file', () => {
  let dir: string;
  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'dkkb-yaml-'));
    writeFileSync(join(dir, 'compose.yml'), 'web: a\n'.padEnd(yamlLimit, '#'));
    writeFileSync(join(dir, 'docker-compose.yml'), 'web: a\n'.padEnd(yamlLimit + 1, '#'));
  });
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  it('is read up to the limit, and a longer one is the problem file-too-large', async () => {
    expect(await yamlOf({ dir, files }, 'compose.yml')).toHaveLength(yamlLimit);
    const problem = await yamlOf({ dir, files }, 'docker-compose.yml');
    expect(problem).toMatchObject({ code: 'file-too-large', values: { limit: '32 KiB', dir } });
  });

  it('that is too long is chosen for an exercise only when there is no other one', async () => {
    const found = await readerComposeFile(dir, 'docker-compose.yml', ['web'], files);
    expect(found).toEqual({ path: join(dir, 'compose.yml'), isAbout: true });
    rmSync(join(dir, 'compose.yml'));
    const only = await readerComposeFile(dir, 'docker-compose.yml', ['web'], files);
    expect(only).toEqual({ path: join(dir, 'docker-compose.yml'), isAbout: false });
  });
});
