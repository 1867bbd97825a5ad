import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { memoryFor, spaceFor, usualMemory } from './space';

it('a disk that is too small is told before anything is written to it', async () => {
  const path = join(tmpdir(), 'no-such-folder', 'disk.qcow2');
  await expect(spaceFor(path, 2 ** 60)).rejects.toMatchObject({
    code: 'vm-disk-short',
    values: { folder: tmpdir(), needed: String(2 ** 40) },
  });
  await expect(spaceFor(path, 1)).resolves.toBeUndefined();
});

it('a VM that leaves the machine no memory is refused', () => {
  expect(() => memoryFor(2_048, 2_200)).toThrow(/vm-memory-short.*2048.*2200/);
  expect(() => memoryFor(2_048, 2_400)).not.toThrow();
});

it('a small machine gets a small VM', () => {
  expect([usualMemory(3_900), usualMemory(16_000)]).toEqual([2_048, 4_096]);
});
