// @needs engine
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { useEngine, type Engine } from '../../testbed/engine/engine';
import { tell } from '../../testbed/labs/answers';

let engine: Engine;
let folder: string;
beforeAll(async () => {
  engine = await useEngine();
  folder = mkdtempSync(join(tmpdir(), 'dkkb-vm-'));
  mkdirSync(join(folder, 'vm'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const id = '0b6b1a5e-1111-4222-8333-944445555666';
const ports = { ssh: 2223, page: 8080 };
const record = {
  ...{ id, by: 'qemu', madeAt: '2026-11-30T00:00:00Z', image: 'noble.img' },
  ...{ memory: 512, disk: 20, cpus: 1, sshPort: ports.ssh, window: false },
  ports: [{ here: ports.page, there: ports.page }],
  base: { path: 'noble.img', size: 1, changedAt: 1 },
};
const remember = (text: string) => writeFileSync(join(folder, 'vm', 'vm.json'), text);
const check = (words: string) => tell(engine, `check ${words}`, { env: { DKKB_DATA: folder } });

/** Listens where QEMU forwards its ports; the VM itself is tried where one is booted. */
const listener = (page: boolean) => `
  const { createServer } = require('node:net');
  createServer((one) => one.end('SSH-2.0-OpenSSH_9.6')).listen(${ports.ssh}, '127.0.0.1', () => console.log('listening'));
  createServer((one) => ${page} ? one.end('HTTP/1.1 200 OK\\r\\n\\r\\nIt works!') : one.destroy()).listen(${ports.page}, '127.0.0.1');`;

/** Starts a process that stands in the place of QEMU, under its name. */
async function standIn(page: boolean): Promise<ChildProcess> {
  const script = join(folder, 'listener.cjs');
  writeFileSync(script, listener(page));
  const line = `exec -a qemu-system-x86_64 "${process.execPath}" "${script}" ${id}`;
  const child = engine.spawn('bash', ['-c', line]);
  if (child.stdout) await once(child.stdout, 'data');
  return child;
}

async function ended(child: ChildProcess): Promise<void> {
  const end = once(child, 'exit');
  child.kill();
  await end;
}

it('the labs of the local VM say whether there is none, it is off, or it is not ours', async () => {
  expect(await check('app-virtualbox')).toMatchObject({ code: 3 });
  expect(await check('app-port-forward')).toMatchObject({ problem: { code: 'vm-missing' } });
  // The record of an image that never came is that of no VM.
  remember(JSON.stringify({ ...record, base: null }));
  expect(await check('app-port-forward')).toMatchObject({ problem: { code: 'vm-missing' } });
  remember(JSON.stringify(record));
  writeFileSync(join(folder, 'vm', 'disk.qcow2'), '');
  const off = await check('app-port-forward');
  expect(off).toMatchObject({ code: 3, problem: { code: 'vm-stopped' } });
  remember('no record of dkkb');
  expect(await check('app-port-forward')).toMatchObject({ problem: { code: 'vm-foreign' } });
});

it('a VM whose page does not answer fails with vm-page-missing; with a page it passes', async () => {
  remember(JSON.stringify(record));
  const silent = await standIn(false);
  const failed = await check('app-port-forward');
  await ended(silent);
  expect(failed).toMatchObject({ code: 1, problem: { code: 'vm-page-missing' } });
  const serving = await standIn(true);
  const passed = await check('app-port-forward');
  remember(JSON.stringify({ ...record, ports: [] }));
  const without = await check('app-port-forward');
  const next = await check('app-ssh');
  await ended(serving);
  expect(passed).toMatchObject({ code: 0, problem: undefined });
  expect(without).toMatchObject({ code: 1, problem: { code: 'vm-ports-not-forwarded' } });
  expect(next.stdout).toContain('ssh-not-tried-vm');
});
