import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
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
  expect(await files.fingerprints(many)).toEqual(new Set([fingerprint('text')]));
});
