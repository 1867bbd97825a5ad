import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { VmRecord } from '../record';
import { makeVdi, pressButton, removeVBox, requireVBox, startVBox } from './drive';

const id = '1cf45276-9a14-4c1b-9dfd-045a2367d801';
const record: VmRecord = {
  ...{ id, by: 'virtualbox', madeAt: '2026-11-30T00:00:00Z', image: 'ubuntu-24.04' },
  ...{ memory: 4_096, disk: 20, cpus: 2, sshPort: 2_223, window: false },
  ports: [{ here: 8_080, there: 8_080 }],
};

// Parts of answers of VBoxManage, in the form of https://github.com/kubernetes/minikube/issues/11037 (Windows)
// and https://github.com/hashicorp/vagrant/issues/11174.
const info = (state: string, more: readonly string[] = []) =>
  [
    'name="dkkb-vm"',
    `UUID="${id}"`,
    'CfgFile="C:\\\\Users\\\\김\\\\vm\\\\dkkb-vm\\\\dkkb-vm.vbox"',
    'memory=4096',
    `VMState="${state}"`,
    'VMStateChangeTime="2026-11-30T16:38:48.476000000"',
    ...more,
    'uart2="off"',
  ].join('\r\n');
const furnished = [
  'storagecontrollername0="SATA"',
  '"SATA-0-0"="C:\\Users\\김\\vm\\disk.vdi"',
  'Forwarding(0)="ssh,tcp,127.0.0.1,57225,,22"',
  'Forwarding(1)="port8081,tcp,127.0.0.1,8081,,8081"',
];
const missing = `VBoxManage.exe: error: Could not find a registered machine with UUID {${id}}\r\n`;

type Answer = string | { readonly error: string };

/** A VBoxManage that gives recorded answers, by the first words that fit, and remembers what it was asked to do. */
function recorded(answers: Readonly<Record<string, Answer>>) {
  const done: string[] = [];
  const ask = (args: readonly string[]) => {
    const line = args.join(' ');
    const key = Object.keys(answers).find((words) => line.startsWith(words));
    const answer = key === undefined ? '' : (answers[key] ?? '');
    if (!/^(?:list|showvminfo|--version)/.test(line)) done.push(line);
    return Promise.resolve(
      typeof answer === 'string'
        ? { code: 0, stdout: answer, stderr: '' }
        : { code: 1, stdout: '', stderr: answer.error },
    );
  };
  return { ask, done };
}

let folder: string;
const files = () => ({
  disk: join(folder, 'vm', 'disk.vdi'),
  seed: join(folder, 'vm', 'seed.iso'),
});
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dkkb-vbox-'));
  process.env['DKKB_DATA'] = folder;
});
afterAll(async () => {
  delete process.env['DKKB_DATA'];
  await rm(folder, { recursive: true });
});

const modify = `modifyvm ${id}`;
const attach = (port: string, type: string, medium: string) =>
  `storageattach ${id} --storagectl SATA --port ${port} --device 0 --type ${type} --medium ${medium}`;
const setUp = () =>
  `${modify} --memory 4096 --cpus 2 --nic1 nat --nictype1 virtio --rtcuseutc on --graphicscontroller vmsvga --vram 16 --audio-enabled off --boot1 disk --boot2 none --boot3 none --boot4 none --uart1 0x3F8 4 --uartmode1 file ${join(folder, 'vm', 'console.log')}`;
const ports = `${modify} --natpf1 ssh,tcp,127.0.0.1,2223,,22 --natpf1 port8080,tcp,127.0.0.1,8080,,8080`;

it('a new VM is made, set up and started by exactly these commands', async () => {
  const { ask, done } = recorded({ showvminfo: { error: missing } });
  await startVBox(ask, record, false);
  expect(done).toEqual([
    `createvm --name dkkb-vm --uuid ${id} --ostype Ubuntu_64 --basefolder ${join(folder, 'vm')} --register`,
    setUp(),
    ports,
    `storagectl ${id} --name SATA --add sata --controller IntelAhci --portcount 2 --bootable on`,
    attach('0', 'hdd', files().disk),
    attach('1', 'dvddrive', files().seed),
    `startvm ${id} --type headless`,
  ]);
});

it('a VM that is off gets its new ports in the place of the old ones, and starts in a window', async () => {
  const { ask, done } = recorded({ showvminfo: info('poweroff', furnished) });
  await startVBox(ask, { ...record, window: true }, false);
  expect(done).toEqual([
    setUp(),
    `${modify} --natpf1 delete ssh`,
    `${modify} --natpf1 delete port8081`,
    ports,
    attach('0', 'hdd', files().disk),
    attach('1', 'dvddrive', files().seed),
    `startvm ${id} --type gui`,
  ]);
});

it('a VM that runs is left alone', async () => {
  const { ask, done } = recorded({ showvminfo: info('running', furnished) });
  await startVBox(ask, record, false);
  expect(done).toEqual([]);
});

it('the disk is copied from Ubuntu’s VMDK, and VirtualBox forgets both names', async () => {
  const { ask, done } = recorded({});
  const path = 'C:\\images\\ubuntu.vmdk';
  const next = `${files().disk}.part.vdi`;
  // Nothing makes the file here, and so the last step fails.
  await expect(makeVdi(ask, { path, format: 'vmdk' }, record)).rejects.toThrow('ENOENT');
  expect(done).toEqual([
    `clonemedium disk ${path} ${next} --format VDI`,
    `closemedium disk ${path}`,
    `modifymedium disk ${next} --resize 20480`,
    `closemedium disk ${next}`,
  ]);
});

it('a VM that does not answer gets its power button pressed', async () => {
  const { ask, done } = recorded({});
  await pressButton(ask, record);
  expect(done).toEqual([`controlvm ${id} acpipowerbutton`]);
});

it('`down` ends the VM and removes it with its disk, and touches no other', async () => {
  const list = `"other" {00000000-0000-4000-8000-000000000000}\r\n"dkkb-vm" {${id}}\r\n`;
  const { ask, done } = recorded({ 'list vms': list, showvminfo: info('running', furnished) });
  await removeVBox(ask, record);
  expect(done).toEqual([`controlvm ${id} poweroff`, `unregistervm ${id} --delete`]);
  const gone = recorded({ 'list vms': '' });
  await removeVBox(gone.ask, record);
  expect(gone.done).toEqual([]);
});

it('another VM of that name is left alone', async () => {
  const { ask, done } = recorded({
    '--version': '7.0.20r163906\r\n',
    'list vms': '"dkkb-vm" {00000000-0000-4000-8000-000000000000}\r\n',
  });
  await expect(requireVBox(ask, record)).rejects.toMatchObject({ code: 'vm-name-taken' });
  expect(done).toEqual([]);
});

it.each([
  ['6.1.50r161033\n', 'vm-virtualbox-old'],
  ['WARNING: The vboxdrv kernel module is not loaded.\n7.1.4r165100\n', undefined],
])('the version %j gives %s', async (version, code) => {
  const { ask } = recorded({ '--version': version, 'list vms': `"dkkb-vm" {${id}}\n` });
  const asked = requireVBox(ask, record).then(
    () => undefined,
    (error: { code?: string }) => error.code,
  );
  expect(await asked).toBe(code);
});
