import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { ownData } from '../../core/machine/own-data.fixture';
import { Failure } from '../../core/failure';
import { vmAccess } from '../access';
import { lookAtVm } from '../look';
import { vmFile, vmFolder } from '../place';
import { vmDiskShort } from '../problems/needs';
import { vmImageNotFetched, vmImageRefused, vmImageUnreadable } from '../problems/image';
import { readVm, writeVm, type VmRecord } from '../record';
import { orForget } from './refused';
import { imageOf, requireImage } from './wanted';

const record: VmRecord = {
  ...{ id: '1cf45276-9a14-4c1b-9dfd-045a2367d801', by: 'qemu', madeAt: '', image: '/x.img' },
  ...{ memory: 2_048, disk: 20, cpus: 1, sshPort: 2_223, ports: [], window: false },
};
const fails = (failure: Error) => () => Promise.reject(failure);
const refusal = new Failure(vmImageUnreadable({ file: '/x.img', said: '' }));

const data = ownData();

it('a VM of which only the record is there is missing; with its disk it is off', async () => {
  await writeVm(record);
  expect(await lookAtVm()).toMatchObject({ state: 'missing' });
  await expect(vmAccess()).rejects.toMatchObject({ code: 'vm-missing' });
  await writeVm({ ...record, base: { path: '/x.img', size: 1, changedAt: 1 } });
  expect(await lookAtVm()).toMatchObject({ state: 'missing' });
  await writeFile(vmFile('disk'), '');
  expect(await lookAtVm()).toMatchObject({ state: 'stopped' });
  await expect(vmAccess()).rejects.toMatchObject({ code: 'vm-stopped' });
});

it.each([
  refusal,
  new Failure(vmImageNotFetched({ url: '', said: 'ECONNREFUSED', has: '0' })),
  new Failure(vmImageRefused({ url: '', reason: 'missing', said: 'HTTP 404' })),
  new Error('another'),
])('after %s the next `up` does not take the image again', async (failure) => {
  await writeVm(record);
  await expect(orForget(record.image, undefined, fails(failure))).rejects.toBe(failure);
  expect(existsSync(vmFolder())).toBe(false);
  expect(imageOf(undefined, await readVm())).toBe('ubuntu-24.04');
});

it.each([vmImageNotFetched({ url: '', said: 'ECONNRESET', has: '488 KiB' }), vmDiskShort({})])(
  'what came of an image is kept for the next `up` after $code',
  async (problem) => {
    await writeVm(record);
    const failure = new Failure(problem);
    await expect(orForget(record.image, undefined, fails(failure))).rejects.toBe(failure);
    expect(imageOf(undefined, await readVm())).toBe('/x.img');
  },
);

it('another image that is on its way stays, and so does a VM that was made', async () => {
  await writeVm({ ...record, image: '/refused.img' });
  await expect(orForget('/refused.img', record, fails(refusal))).rejects.toBe(refusal);
  expect(await readVm()).toMatchObject({ image: '/x.img' });
  const made = { ...record, base: { path: '/x.img', size: 1, changedAt: 1 } };
  await writeFile(vmFile('disk'), '');
  await expect(orForget(record.image, made, fails(refusal))).rejects.toBe(refusal);
  expect(await readVm()).toMatchObject({ base: made.base });
});

it('a file is looked at before anything else, an image from elsewhere is not', async () => {
  for (const image of ['debian', 'ubuntu-24.04', 'https://127.0.0.1/x.img'])
    await expect(requireImage(image)).resolves.toBeUndefined();
  const missing = requireImage(join(data.folder, 'no.img'));
  await expect(missing).rejects.toMatchObject({ code: 'vm-image-missing' });
});
