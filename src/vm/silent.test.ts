import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';

import { ownData } from '../core/machine/own-data.fixture';
import { onRealSystem } from '../../testbed/programs/posix';
import { Failure } from '../core/failure';
import { sshDenied, sshUnreachable } from '../core/problems/remote';
import { vmFile } from './place';
import { writeVm, type VmRecord } from './record';
import { whyVmIsSilent } from './silent';

const record: VmRecord = {
  ...{ id: '5d1f0d5e-0f5c-4f0e-9b55-3a41b2e7a77c', by: 'qemu', madeAt: '', image: '/x.img' },
  ...{ memory: 2_048, disk: 20, cpus: 1, sshPort: 2_223, ports: [], window: false },
  base: { path: '/x.img', size: 1, changedAt: 1 },
};
const said = 'Connection closed by remote host';
const silent = new Failure(sshUnreachable({ host: '127.0.0.1', port: '2223', said }));

ownData();

it('a VM that went off is told to be off', async () => {
  await writeVm(record);
  await writeFile(vmFile('disk'), '');
  expect(await whyVmIsSilent(silent)).toMatchObject({ code: 'vm-stopped' });
});

onRealSystem('one that runs is starting or going off', async () => {
  await writeVm(record);
  await writeFile(vmFile('disk'), '');
  // Stands for QEMU by its words, which is all that tells the VM's process.
  const words = ['-e', 'setInterval(() => 0, 1000)', 'qemu-system-x86_64', '-uuid', record.id];
  const process_ = spawn(process.execPath, words, { stdio: 'ignore' });
  await once(process_, 'spawn');
  try {
    await writeFile(vmFile('pid'), String(process_.pid));
    const why = await whyVmIsSilent(silent);
    expect(why).toMatchObject({ code: 'vm-not-answering', values: { said } });
  } finally {
    process_.kill();
  }
});

it('any other error stays as it is', async () => {
  const denied = new Failure(sshDenied({ host: '127.0.0.1' }));
  expect(await whyVmIsSilent(denied)).toBe(denied);
  const bug = new Error('another');
  expect(await whyVmIsSilent(bug)).toBe(bug);
});
