// A local VM from its first boot to its end; other labs are graded in it too. @circle all @needs vm vm-ready @minutes 14
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer as createTcpServer } from 'node:net';

import { kill, LocalVm, patience, testImage } from '../../../../testbed/class/local-vm';
import { until } from '../../../../testbed/programs/until';
import { bookPorts } from './wishes';

// What takes other machines seconds takes an emulated one minutes, and half an hour beside other tests.
jest.setTimeout(3_000_000);

const minikube = 'storage.googleapis.com/minikube/releases/latest/minikube-linux-amd64';
let vm: LocalVm;
beforeAll(async () => (vm = await LocalVm.open()));
afterAll(() => vm.close());

let pid: string;

it('killed three times on its way, `up` goes on with the same VM until it answers', async () => {
  await vm.killed(vm.image, () => vm.has('vm', 'disk.qcow2'));
  await vm.killed(vm.image, () => vm.pid !== '');
  pid = vm.pid;
  const waits = vm.start(['up', ...patience]);
  await until(
    () => vm.has('vm', 'console.log') && statSync(vm.file('vm', 'console.log')).size > 0,
    Boolean,
  );
  await kill(waits);
  const { code, stdout, stderr } = await vm.run('up', ...patience, '--no-wait');
  expect({ code, stdout, stderr }).toEqual({
    code: 0,
    stdout: expect.stringMatching(/dkkb vm ssh\n.*dkkb check ch04-port --on vm/),
    stderr: expect.stringContaining('already running'),
  });
  expect(vm.pid).toBe(pid);
  expect(vm.machines()).toEqual([pid]);
});

it('waits for its installation, and names the step that failed', async () => {
  const { code, stdout, stderr } = await vm.run('up', ...patience);
  expect({ code, stdout }).toEqual({
    code: 1,
    stdout: expect.stringMatching(/steps of its installation failed: minikube \[vm-setup-failed\]/),
  });
  expect(stderr).toMatch(/docker done[^]*kubectl done[^]*minikube failed[^]*nano done/);
});

it('`up` installs what is missing once its cause is mended, and ends with the lines to go on', async () => {
  const content = '#!/bin/sh\necho v9.9.9\n';
  vm.vendors.set(minikube, content);
  const sum = createHash('sha256').update(content).digest('hex');
  await vm.inVm(`echo '${sum}  ${minikube}' | sudo tee /etc/dkkb/sums`);
  const done = await vm.run('up', ...patience, '-o', 'json');
  expect(done).toMatchObject({ code: 0 });
  expect(JSON.parse(done.stdout)).toMatchObject({
    by: 'qemu',
    sshPort: vm.sshPort,
    ran: true,
    ready: true,
  });
  const told = await vm.run('status', '-o', 'json');
  expect(told).toMatchObject({ code: 0 });
  expect(JSON.parse(told.stdout)).toMatchObject({ state: 'running', ready: true, problems: [] });
});

it('a lab is done, graded and removed in it, and its page answers here', async () => {
  const on = (verb: string) => vm.dkkb(verb, 'ch04-port', '--on', 'vm');
  expect(await on('up')).toMatchObject({ code: 0 });
  expect(await on('check')).toMatchObject({
    code: 1,
    stdout: expect.stringContaining('container-missing'),
  });
  expect(await vm.dkkb('solve', 'ch04-port', '--on', 'vm', '--timeout', '2400')).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('http://127.0.0.1:8080'),
  });
  expect(await on('check')).toMatchObject({ code: 0 });
  expect(await fetch('http://127.0.0.1:8080').then((page) => page.text())).toContain('It works!');
  const forwarded = await vm.dkkb('check', 'app-virtualbox', 'app-port-forward');
  expect(forwarded).toMatchObject({ code: 0 });
  expect(await on('down')).toMatchObject({ code: 0 });
  expect((await vm.inVm('docker ps --all --quiet')).stdout).toBe('');
  expect(await vm.dkkb('check', 'app-port-forward')).toMatchObject({ code: 1 });
});

it('passes a command on with its exit code, and lets only its own key in', async () => {
  expect(await vm.inVm('id -un; exit 7')).toMatchObject({ code: 7, stdout: 'ubuntu\n' });
  expect(readFileSync(vm.file('vm', 'known_hosts'), 'utf8')).toMatch(/^dkkb-vm ssh-ed25519 \S+\n$/);
  const [, , key] = readFileSync(vm.file('vm', 'known_hosts'), 'utf8').trim().split(' ');
  expect((await vm.inVm('cat /etc/ssh/ssh_host_ed25519_key.pub')).stdout).toContain(key);
});

it('its ports lead to it, and from no other address', async () => {
  const port = bookPorts().at(-1) ?? 0;
  await vm.inVm(`sudo systemd-run --quiet python3 -m http.server ${String(port)}`);
  const page = () =>
    fetch(`http://127.0.0.1:${String(port)}/`).then(
      ({ status }) => status,
      () => 0,
    );
  expect(await until(page, (status) => status !== 0)).toBe(200);
  const listening = readFileSync('/proc/net/tcp', 'utf8').split('\n');
  const hex = port.toString(16).toUpperCase().padStart(4, '0');
  const own = listening.filter((line) => line.includes(`:${hex} 00000000:0000 0A`));
  expect(own).toEqual([expect.stringContaining(`0100007F:${hex}`)]);
});

it('whose engine is off is told as that, with the line that starts it', async () => {
  await vm.inVm('sudo systemctl stop docker.socket docker');
  const { code, stdout } = await vm.run('status');
  expect({ code, stdout }).toEqual({ code: 1, stdout: expect.stringContaining('vm-engine-off') });
  await vm.inVm('sudo systemctl restart docker');
  expect(await vm.run('status')).toMatchObject({ code: 0 });
});

it('switched off by `stop` is told as that, and `up` starts the same VM again', async () => {
  expect(await vm.run('stop')).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('dkkb vm up'),
  });
  expect(vm.machines()).toEqual([]);
  expect(await vm.run('ssh', 'true')).toMatchObject({
    code: 3,
    stderr: expect.stringMatching(/vm-stopped[^]*dkkb vm up/),
  });
  const disk = statSync(vm.file('vm', 'disk.qcow2')).ino;
  await vm.killed([], () => vm.pid !== '' && vm.pid !== pid);
  expect(statSync(vm.file('vm', 'disk.qcow2')).ino).toBe(disk);
  expect(vm.machines()).toHaveLength(1);
});

it('`down` without a yes removes nothing; with it, nothing is left', async () => {
  expect(await vm.run('down')).toMatchObject({ code: 1 });
  expect(vm.machines()).toHaveLength(1);
  const { code, stdout } = await vm.run('down', '--yes');
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: expect.stringContaining('nothing is left'),
  });
  expect(vm.machines()).toEqual([]);
  // What was passed about this computer is remembered.
  expect(readdirSync(vm.data)).toEqual(['computer', 'locks']);
  const port = createTcpServer().listen(bookPorts()[0], '127.0.0.1');
  await once(port, 'listening');
  port.close();
  expect(statSync(testImage).size).toBe(6 * 2 ** 30);
});
