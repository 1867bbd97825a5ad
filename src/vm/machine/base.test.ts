import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { VmRecord } from '../record';
import { printOf, requireBase } from './base';

const record: VmRecord = {
  ...{ id: '1cf45276-9a14-4c1b-9dfd-045a2367d801', by: 'qemu', madeAt: '', image: 'x' },
  ...{ memory: 2_048, disk: 20, cpus: 1, sshPort: 2_223, ports: [], window: false },
};
let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dkkb-base-'));
  path = join(folder, 'image.img');
  await writeFile(path, 'image');
});
afterEach(() => rm(folder, { recursive: true }));

it('an image that was changed or moved since the disk was made is told', async () => {
  const made = { ...record, base: await printOf(path) };
  await expect(requireBase(made)).resolves.toBeUndefined();
  await utimes(path, new Date(0), new Date(0));
  const gone = { code: 'vm-image-gone', values: { file: path } };
  await expect(requireBase(made)).rejects.toMatchObject(gone);
  await rm(path);
  await expect(requireBase(made)).rejects.toMatchObject({ ...gone, values: { said: 'ENOENT' } });
});

it('so is a kernel that is no longer beside its disk', async () => {
  const kernel = { kernel: path, initrd: join(folder, 'initrd.img') };
  await expect(requireBase({ ...record, kernel })).rejects.toMatchObject({
    code: 'vm-image-gone',
    values: { file: kernel.initrd },
  });
});
