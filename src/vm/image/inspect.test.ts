import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { formatOf, isSelfContained, readInfo } from './format';
import { inspectImage, requireBootLoader } from './inspect';

const sector = 512;
/** The first bytes of a disk with these at that place. */
function startWith(at: number, bytes: Buffer): Buffer {
  const start = Buffer.alloc(8 * sector);
  bytes.copy(start, at);
  return start;
}

it.each([
  ['qcow2', 0, Buffer.from('QFI\xfb', 'latin1')],
  ['vmdk', 0, Buffer.from('KDMV')],
  ['vdi', 64, Buffer.from([0x7f, 0x10, 0xda, 0xbe])],
  ['raw', 510, Buffer.from([0x55, 0xaa])],
  ['bare', 1_080, Buffer.from([0x53, 0xef])],
  [undefined, 0, Buffer.from('<!doctype html>')],
])('%s is known by its first bytes', (format, at, bytes) => {
  expect(formatOf(startWith(at, bytes))).toBe(format);
  expect(formatOf(bytes)).toBeUndefined();
});

it('only a VMDK that holds its own data is taken', () => {
  expect(isSelfContained(Buffer.from('KDMV\0createType="streamOptimized"'))).toBe(true);
  expect(isSelfContained(Buffer.from('KDMV\0createType="monolithicFlat"'))).toBe(false);
});

// As `qemu-img info --output=json` of QEMU 7.2 answers.
const info = { 'virtual-size': 2_361_393_152, format: 'qcow2', 'dirty-flag': false };

it('reads the size, and the file that an image cannot do without', () => {
  expect(readInfo(JSON.stringify(info))).toEqual({ size: 2_361_393_152 });
  const backed = { ...info, 'backing-filename': '/etc/shadow' };
  expect(readInfo(JSON.stringify(backed))).toMatchObject({ needed: '/etc/shadow' });
  const outside = {
    ...info,
    'format-specific': { type: 'qcow2', data: { 'data-file': '/etc/x' } },
  };
  expect(readInfo(JSON.stringify(outside))).toMatchObject({ needed: '/etc/x' });
  expect(readInfo(JSON.stringify({ ...info, encrypted: true }))).toMatchObject({
    needed: 'passphrase',
  });
});

it.each([
  '',
  'null',
  '{}',
  JSON.stringify({ ...info, 'virtual-size': 2 ** 60 }),
  '['.repeat(1_000),
])('takes no answer of another form: %s', (told) => {
  expect(readInfo(told)).toBeUndefined();
});

describe('a file of the reader', () => {
  let folder: string;
  beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'dkkb-image-'))));
  afterAll(() => rm(folder, { recursive: true }));

  it('that is a page of the web is refused', async () => {
    const path = join(folder, 'page.img');
    await writeFile(path, '<!doctype html>'.padEnd(4_096));
    await expect(inspectImage(path)).rejects.toMatchObject({
      code: 'vm-image-unreadable',
      values: { file: path },
    });
  });

  it('that is not there, or is a folder, is refused', async () => {
    const missing = { code: 'vm-image-missing', values: { file: join(folder, 'no.img') } };
    await expect(inspectImage(join(folder, 'no.img'))).rejects.toMatchObject(missing);
    const isFolder = { values: { reason: 'kind' } };
    await expect(inspectImage(folder)).rejects.toMatchObject(isFolder);
  });

  it('that has no boot loader needs its kernel beside it', async () => {
    const path = join(folder, 'disk.img');
    await writeFile(path, startWith(1_080, Buffer.from([0x53, 0xef])));
    const kernel = join(folder, 'vmlinuz');
    await expect(inspectImage(path)).rejects.toMatchObject({
      code: 'vm-image-needs-file',
      values: { needed: kernel },
    });
    const initrd = join(folder, 'initrd.img');
    for (const file of [kernel, initrd]) await writeFile(file, '');
    const found = await inspectImage(path);
    expect(found).toMatchObject({ kernel: { kernel, initrd } });
    expect(() => requireBootLoader(found)).toThrow('vm-image-needs-file');
  });
});
