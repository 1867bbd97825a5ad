// A local VM of which nothing is remembered. A real QEMU without a machine stands in for the VM: it needs no processor and no boot. @circle all @needs vm vm-ready @minutes 1
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { kill } from '../../../../testbed/class/local-vm';
import { dkkb } from '../../../../testbed/programs/paths';
import { run } from '../../../../testbed/programs/process';
import { until } from '../../../../testbed/programs/until';

const id = '0b6b1a5e-1111-4222-8333-944445555777';
const record = {
  ...{ id, by: 'qemu', madeAt: '2026-11-30T00:00:00Z', image: 'noble.img' },
  ...{ memory: 512, disk: 20, cpus: 1, sshPort: 2223, window: false, ports: [] },
  base: { path: 'noble.img', size: 1, changedAt: 1 },
};

let data: string;
let machine: ChildProcess | undefined;
const file = (name: string) => join(data, 'vm', name);
const vm = (...words: string[]) =>
  run(process.execPath, [dkkb, 'vm', ...words], {
    env: { ...process.env, DKKB_DATA: data, DKKB_LANG: 'en' },
  });

beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'dkkb-lost-vm-'));
  mkdirSync(join(data, 'vm'));
  for (const name of ['disk.qcow2', 'id_ed25519', 'host_ed25519']) writeFileSync(file(name), '');
  writeFileSync(file('vm.json'), JSON.stringify(record));
});
afterEach(async () => {
  if (machine?.exitCode === null && machine.signalCode === null) await kill(machine);
  machine = undefined;
  rmSync(data, { recursive: true });
});

/** Starts the stand-in with the words by which dkkb knows its VM. */
async function start(): Promise<string> {
  const words = ['-name', 'dkkb-vm', '-uuid', id, '-pidfile', file('qemu.pid')];
  const empty = ['-S', '-machine', 'none', '-display', 'none', '-monitor', 'none'];
  machine = spawn('qemu-system-x86_64', [...words, ...empty], { stdio: 'ignore' });
  await until(() => existsSync(file('qemu.pid')), Boolean);
  return readFileSync(file('qemu.pid'), 'utf8').trim();
}

it.each([undefined, 'x'])(
  'with the record %j: told as running, then ended by `down`',
  async (told) => {
    const pid = await start();
    if (told) writeFileSync(file('vm.json'), told);
    else rmSync(file('vm.json'));
    const code = told ? 'vm-foreign' : 'vm-record-lost';
    const runs = expect.stringMatching(
      new RegExp(`VM (?:still )?runs \\(QEMU, pid ${pid}\\)[^]*${code}[^]*dkkb vm down`),
    );
    expect(await vm('status')).toMatchObject({ code: 1, stdout: runs });
    expect(await vm('stop')).toMatchObject({ code: 3, stderr: runs });
    expect(await vm('up')).toMatchObject({ code: 3, stderr: runs });
    expect(await vm('down')).toMatchObject({ code: 1 });
    expect(existsSync(`/proc/${pid}`)).toBe(true);
    const ended = machine && once(machine, 'exit');
    expect(await vm('down', '--yes')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('nothing is left'),
      stderr: expect.stringMatching(new RegExp(`pid ${pid}[^]*disk.qcow2[^]*id_ed25519`)),
    });
    await ended;
    expect(existsSync(join(data, 'vm'))).toBe(false);
  },
);

it('switched off: `up` replaces no disk that nothing is remembered of, and `down` removes it', async () => {
  rmSync(file('vm.json'));
  const lost = expect.stringMatching(/disk of a practice VM[^]*vm-record-lost[^]*dkkb vm down/);
  expect(await vm('status')).toMatchObject({ code: 1, stdout: lost });
  expect(await vm('up')).toMatchObject({ code: 3, stderr: lost });
  expect(existsSync(file('disk.qcow2'))).toBe(true);
  expect(await vm('down', '--yes')).toMatchObject({ code: 0 });
  expect(existsSync(join(data, 'vm'))).toBe(false);
});

it('with its folder moved away: `down` ends nothing, and prints the line that does', async () => {
  const pid = await start();
  renameSync(join(data, 'vm'), join(data, 'moved'));
  const line = expect.stringMatching(new RegExp(`vm-record-lost[^]*kill ${pid}\\n`));
  expect(await vm('status')).toMatchObject({ code: 1, stdout: line });
  expect(await vm('down', '--yes')).toMatchObject({ code: 1, stdout: line });
  expect(machine?.exitCode).toBeNull();
  renameSync(join(data, 'moved'), join(data, 'vm'));
  expect(await vm('down', '--yes')).toMatchObject({ code: 0 });
});

it('a folder that cannot be written is told as that, and no other folder is asked for', async () => {
  await run('chattr', ['+i', join(data, 'vm')]);
  try {
    const { code, stderr } = await vm('down', '--yes');
    expect({ code, stderr }).toEqual({
      code: 3,
      stderr: expect.stringMatching(/no permission.*vm\/.*\(EPERM\).*file-refused/),
    });
    expect(stderr).not.toContain('DKKB_DATA');
  } finally {
    await run('chattr', ['-i', join(data, 'vm')]);
  }
});

it('`up` with a lost key, or with a folder in the place of the disk, says so at once', async () => {
  rmSync(file('id_ed25519'));
  expect(await vm('up')).toMatchObject({
    code: 3,
    stderr: expect.stringMatching(/id_ed25519[^]*vm-key-lost[^]*dkkb vm down\n.*dkkb vm up/),
  });
  writeFileSync(file('id_ed25519'), '');
  rmSync(file('disk.qcow2'));
  mkdirSync(file('disk.qcow2'));
  expect(await vm('up')).toMatchObject({
    code: 3,
    stderr: expect.stringMatching(/disk.qcow2 \[vm-foreign\]/),
  });
  const left = { code: 1, stdout: expect.stringContaining(file('disk.qcow2')) };
  const first = await vm('down', '--yes');
  expect(first).toMatchObject(left);
  expect((await vm('down')).stdout).toBe(first.stdout);
});
