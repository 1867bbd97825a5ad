import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { onPosix } from '../../../testbed/programs/posix';
import { answerLimit } from '../answers/answer';
import { files, fingerprint } from './files';

const folder = mkdtempSync(join(tmpdir(), 'dkkb-files-'));
afterAll(() => rmSync(folder, { recursive: true }));

onPosix('does not read a pipe or a device, because reading may never end', async () => {
  execFileSync('mkfifo', [join(folder, 'index.html')]);
  symlinkSync('/dev/zero', join(folder, 'zero.html'));
  for (const name of ['index.html', 'zero.html']) {
    const path = join(folder, name);
    const refusal = { code: 'file-not-regular', values: { file: path } };
    await expect(files.read(path)).rejects.toMatchObject(refusal);
    await expect(files.bytes(path)).rejects.toMatchObject(refusal);
  }
  expect(await files.names(folder)).toEqual([]);
});

onPosix('reads a file that a link leads to', async () => {
  writeFileSync(join(folder, 'real.txt'), 'text');
  symlinkSync('real.txt', join(folder, 'link.txt'));
  expect(await files.read(join(folder, 'link.txt'))).toBe('text');
});

it('gives the fingerprint of each file, but not of one that is longer than any of an exercise', async () => {
  const many = join(folder, 'many');
  mkdirSync(many);
  if (process.platform !== 'win32') execFileSync('mkfifo', [join(many, 'pipe')]);
  writeFileSync(join(many, 'page.html'), 'text');
  writeFileSync(join(many, 'long.iso'), Buffer.alloc(answerLimit.file + 1));
  expect(await files.contents(many)).toMatchObject([
    { name: 'page.html', print: fingerprint('text') },
  ]);
});

it('a file that is only renamed stays the same file, and a copy of it is another', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dkkb-same-'));
  const identities = async () => (await files.contents(folder)).map(({ identity }) => identity);
  writeFileSync(join(folder, 'page.html'), 'text');
  const [first] = await identities();
  renameSync(join(folder, 'page.html'), join(folder, 'page.html.before'));
  expect(await identities()).toEqual([first]);
  copyFileSync(join(folder, 'page.html.before'), join(folder, 'page.html'));
  const [copy, before] = await identities();
  expect(before).toBe(first);
  expect(copy).not.toBe(first);
  rmSync(folder, { recursive: true });
});
