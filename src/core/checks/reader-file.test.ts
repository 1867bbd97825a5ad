import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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
    expect(await yamlOf({ dir, files }, 'compose.yml', 'utf-8')).toHaveLength(yamlLimit);
    const problem = await yamlOf({ dir, files }, 'docker-compose.yml', 'utf-8');
    expect(problem).toMatchObject({ code: 'file-too-large', values: { limit: '32 KiB', dir } });
  });

  const plain = '# 웹 서버\nservices: {}\n';
  const marked = Buffer.from(`\uFEFF${plain}`, 'utf16le');
  const cp949 = Buffer.concat([Buffer.from([0x23, 0xc0, 0xa5]), Buffer.from('\nservices: {}\n')]);
  it.each([
    ['UTF-8', Buffer.from(plain)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${plain}`)],
    ['UTF-16, as PowerShell writes it', marked],
    ['UTF-16 with the high byte first', Buffer.from(marked).swap16()],
  ])('in %s is read, also in a Korean folder with a space', async (_, content) => {
    const folder = join(dir, '도커 실습');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'c.yml'), content);
    expect(await yamlOf({ dir: folder, files }, 'c.yml', 'utf-8')).toBe(plain);
  });

  it.each([
    ['code page 949', cp949, 'file-encoding', '#'],
    ['UTF-16 without its mark', marked.subarray(2), 'file-encoding', 'file-encoding'],
    ['no text at all', Buffer.from([0x50, 0x4b, 3, 4, 0]), 'file-encoding', 'file-encoding'],
    ['half of a letter of UTF-16', Buffer.from([0xff, 0xfe, 0x23]), 'file-encoding', '\uFFFD'],
  ])('in %s is refused as Compose and kubectl refuse it', async (_, content, compose, kubectl) => {
    writeFileSync(join(dir, 'c.yml'), content);
    const told = async (needs: 'utf-8' | 'no-nul') => {
      const read = await yamlOf({ dir, files }, 'c.yml', needs);
      return typeof read === 'string' ? read.slice(0, 1) : read.code;
    };
    expect([await told('utf-8'), await told('no-nul')]).toEqual([compose, kubectl]);
  });

  it('that is too long is chosen for an exercise only when there is no other one', async () => {
    const found = await readerComposeFile(dir, 'docker-compose.yml', ['web'], files);
    expect(found).toEqual({ path: join(dir, 'compose.yml'), isAbout: true });
    rmSync(join(dir, 'compose.yml'));
    const only = await readerComposeFile(dir, 'docker-compose.yml', ['web'], files);
    expect(only).toEqual({ path: join(dir, 'docker-compose.yml'), isAbout: false });
  });
});
