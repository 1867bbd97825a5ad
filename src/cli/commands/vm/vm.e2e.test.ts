// @circle all @needs vm @minutes 12
import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createServer as createTcpServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { VirtualMachine, vmPart } from '../../../../testbed/class/vm';
import { startVmMirror, type MirroredFiles } from '../../../../testbed/class/vm-mirror';
import { dkkb } from '../../../../testbed/programs/paths';
import { finish, type Finished } from '../../../../testbed/programs/process';
import { until } from '../../../../testbed/programs/until';
import { freePort } from '../../../core/machine/ports';
import { bookPorts } from './wishes';

// What takes other machines seconds takes an emulated one minutes, and half an hour beside other tests.
jest.setTimeout(3_000_000);
const patience = ['--timeout', '45'];

const minikube = 'storage.googleapis.com/minikube/releases/latest/minikube-linux-amd64';
const vendors: MirroredFiles = new Map();
let mirror: Awaited<ReturnType<typeof startVmMirror>>;
let data: string;
let image: readonly string[];
let sshPort: number;

const file = (...names: string[]) => join(data, ...names);
const running = new Set<ChildProcess>();

function start(
  words: readonly string[],
  more: Readonly<Record<string, string>> = {},
): ChildProcess {
  const env = {
    ...process.env,
    ...more,
    DKKB_DATA: data,
    DKKB_LANG: 'en',
    DKKB_MIRROR: `http://${VirtualMachine.host}:${String(mirror.port)}`,
  };
  const stdio = ['ignore', 'pipe', 'pipe'] as const;
  const child = spawn(process.execPath, [dkkb, 'vm', ...words], { env, stdio: [...stdio] });
  running.add(child.once('close', () => running.delete(child)));
  return child;
}
const run = (...words: string[]): Promise<Finished> => finish(start(words));
const inVm = (command: string) => run('ssh', command);

/** Kills `up` as soon as it has come so far. */
async function killed(words: readonly string[], isSoFar: () => boolean): Promise<void> {
  const up = start(['up', ...words]);
  const ended = once(up, 'close');
  await until(isSoFar, Boolean, { pause: 5 });
  up.kill('SIGKILL');
  await ended;
}
const exists = (...names: string[]) => existsSync(file(...names));
const pidOf = () => (exists('vm', 'qemu.pid') ? readFileSync(file('vm', 'qemu.pid'), 'utf8') : '');

/** The processes of VMs whose files are in the folder of this test. */
const machines = () =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      const words = readOrEmpty(`/proc/${name}/cmdline`);
      return words.includes('qemu-system') && words.includes(`${data}/`);
    });
function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

beforeAll(async () => {
  mirror = await startVmMirror(vendors);
  data = mkdtempSync(join(tmpdir(), 'dkkb-local-vm-'));
  sshPort = await freePort();
  const shared = ['--memory', '2048', '--ssh-port', String(sshPort)];
  image = ['--image', join(vmPart, 'disk.img'), ...shared, ...patience];
});
afterAll(async () => {
  for (const child of running) child.kill('SIGKILL');
  await run('down', '--yes');
  for (const pid of machines()) process.kill(Number(pid), 'SIGKILL');
  await mirror.stop();
  rmSync(data, { recursive: true });
});

describe('before there is a VM', () => {
  it('`status`, `ssh` and `down` say that there is none', async () => {
    expect(await run('status')).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/vm-missing[^]*dkkb vm up/),
    });
    expect(await run('ssh')).toMatchObject({
      code: 3,
      stderr: expect.stringContaining('vm-missing'),
    });
    expect(await run('down')).toMatchObject({ code: 0 });
  });

  it('on a machine without ssh, or without QEMU, `up` says what to install', async () => {
    const programs = mkdtempSync(join(tmpdir(), 'dkkb-programs-'));
    try {
      const none = {
        code: 3,
        stderr: expect.stringMatching(/vm-no-hypervisor[^]*apt-get install/),
      };
      expect(await finish(start(['up', ...image], { PATH: programs }))).toMatchObject(none);
      for (const name of ['qemu-system-x86_64', 'qemu-img'])
        symlinkSync(join('/usr/bin', name), join(programs, name));
      const noSsh = { code: 3, stderr: expect.stringMatching(/`ssh`.*\[program-missing\]/) };
      expect(await finish(start(['up', ...image], { PATH: programs }))).toMatchObject(noSsh);
      expect(exists('vm')).toBe(false);
    } finally {
      rmSync(programs, { recursive: true });
    }
  });

  it('`up` names a port that something else has, and by what, and makes nothing', async () => {
    const [port = 0] = bookPorts();
    const other = createTcpServer().listen(port, '127.0.0.1');
    await once(other, 'listening');
    try {
      const { code, stderr } = await run('up', ...image);
      expect({ code, stderr }).toEqual({
        code: 3,
        stderr: expect.stringMatching(
          new RegExp(
            `Port ${String(port)}.*\`node \\(pid ${String(process.pid)}\\)\`.*vm-port-taken`,
          ),
        ),
      });
      expect(exists('vm')).toBe(false);
    } finally {
      other.close();
    }
  });

  it('a download that was killed goes on; its wrong checksum is told, and nothing of it stays', async () => {
    const content = Buffer.concat([Buffer.from('QFI\xfb', 'latin1'), Buffer.alloc(400_000)]);
    const ranges: (string | undefined)[] = [];
    const site: Server = createServer((asked, answer) => {
      ranges.push(asked.headers.range);
      const from = Number(/bytes=(\d+)-/.exec(asked.headers.range ?? '')?.[1] ?? 0);
      const size = `${String(from)}-${String(content.length - 1)}/${String(content.length)}`;
      const part = from > 0 ? { 'content-range': `bytes ${size}` } : {};
      const head = { etag: '"one"', 'content-length': content.length - from, ...part };
      answer.writeHead(from > 0 ? 206 : 200, head);
      if (from > 0) answer.end(content.subarray(from));
      // The first answer never ends.
      else answer.write(content.subarray(0, 200_000));
    }).listen(0, '127.0.0.1');
    await once(site, 'listening');
    const { port } = site.address() as AddressInfo;
    const sum = 'a'.repeat(64);
    const from = `http://127.0.0.1:${String(port)}/image.img`;
    const words = ['--image', from, '--sha256', sum, '--ssh-port', String(sshPort)];
    const part = file('images', `${sum}.img.part`);
    await killed(words, () => existsSync(part) && statSync(part).size > 0);
    const { code, stderr } = await run('up');
    expect({ code, stderr }).toEqual({
      code: 3,
      stderr: expect.stringContaining('vm-image-checksum'),
    });
    expect(stderr).toContain(createHash('sha256').update(content).digest('hex'));
    expect(ranges).toEqual([undefined, expect.stringMatching(/^bytes=\d+-$/)]);
    site.closeAllConnections();
    site.close();
    expect(await run('down', '--yes', '--image-cache')).toMatchObject({ code: 0 });
    expect(readdirSync(data)).toEqual(['locks']);
  });

  it('killed when only its record is there, `down` leaves nothing', async () => {
    await killed(image, () => exists('vm', 'vm.json'));
    expect(await run('down', '--yes')).toMatchObject({ code: 0 });
    expect(exists('vm')).toBe(false);
    expect(machines()).toEqual([]);
  });
});

describe('a VM', () => {
  let pid: string;

  it('killed three times on its way, `up` goes on with the same VM until it answers', async () => {
    await killed(image, () => exists('vm', 'disk.qcow2'));
    await killed(image, () => pidOf() !== '');
    pid = pidOf();
    const waits = start(['up', ...patience]);
    await until(
      () => exists('vm', 'console.log') && statSync(file('vm', 'console.log')).size > 0,
      Boolean,
    );
    waits.kill('SIGKILL');
    const { code, stdout, stderr } = await run('up', ...patience, '--no-wait');
    expect({ code, stdout, stderr }).toEqual({
      code: 0,
      stdout: expect.stringMatching(/dkkb vm ssh\n.*dkkb check ch04-port --on vm/),
      stderr: expect.stringContaining('already running'),
    });
    expect(pidOf()).toBe(pid);
    expect(machines()).toEqual([pid.trim()]);
  });

  it('waits for its installation, and names the step that failed', async () => {
    const { code, stdout, stderr } = await run('up', ...patience);
    expect({ code, stdout }).toEqual({
      code: 1,
      stdout: expect.stringMatching(
        /steps of its installation failed: minikube \[vm-setup-failed\]/,
      ),
    });
    expect(stderr).toMatch(/docker done[^]*kubectl done[^]*minikube failed[^]*nano done/);
  });

  it('`up` installs what is missing once its cause is mended, and ends with the lines to go on', async () => {
    const content = '#!/bin/sh\necho v9.9.9\n';
    vendors.set(minikube, content);
    const sum = createHash('sha256').update(content).digest('hex');
    await inVm(`echo '${sum}  ${minikube}' | sudo tee /etc/dkkb/sums`);
    const done = await run('up', ...patience, '-o', 'json');
    expect(done).toMatchObject({ code: 0 });
    expect(JSON.parse(done.stdout)).toMatchObject({ by: 'qemu', sshPort, ran: true, ready: true });
    const told = await run('status', '-o', 'json');
    expect(told).toMatchObject({ code: 0 });
    expect(JSON.parse(told.stdout)).toMatchObject({ state: 'running', ready: true, problems: [] });
  });

  it('passes a command on with its exit code, and lets only its own key in', async () => {
    expect(await inVm('id -un; exit 7')).toMatchObject({ code: 7, stdout: 'ubuntu\n' });
    expect(readFileSync(file('vm', 'known_hosts'), 'utf8')).toMatch(/^dkkb-vm ssh-ed25519 \S+\n$/);
    const [, , key] = readFileSync(file('vm', 'known_hosts'), 'utf8').trim().split(' ');
    expect((await inVm('cat /etc/ssh/ssh_host_ed25519_key.pub')).stdout).toContain(key);
  });

  it('its ports lead to it, and from no other address', async () => {
    const port = bookPorts().at(-1) ?? 0;
    await inVm(`sudo systemd-run --quiet python3 -m http.server ${String(port)}`);
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
    await inVm('sudo systemctl stop docker.socket docker');
    const { code, stdout } = await run('status');
    expect({ code, stdout }).toEqual({ code: 1, stdout: expect.stringContaining('vm-engine-off') });
    await inVm('sudo systemctl restart docker');
    expect(await run('status')).toMatchObject({ code: 0 });
  });

  it('that was switched off is told as that, and `up` starts the same VM again', async () => {
    await inVm('sudo systemctl poweroff');
    await until(machines, (found) => found.length === 0);
    expect(await run('ssh', 'true')).toMatchObject({
      code: 3,
      stderr: expect.stringMatching(/vm-stopped[^]*dkkb vm up/),
    });
    const disk = statSync(file('vm', 'disk.qcow2')).ino;
    await killed([], () => pidOf() !== '' && pidOf() !== pid);
    expect(statSync(file('vm', 'disk.qcow2')).ino).toBe(disk);
    expect(machines()).toHaveLength(1);
  });

  it('`down` without a yes removes nothing; with it, nothing is left', async () => {
    expect(await run('down')).toMatchObject({ code: 1 });
    expect(machines()).toHaveLength(1);
    const { code, stdout } = await run('down', '--yes');
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: expect.stringContaining('nothing is left'),
    });
    expect(machines()).toEqual([]);
    expect(readdirSync(data)).toEqual(['locks']);
    const port = createTcpServer().listen(bookPorts()[0], '127.0.0.1');
    await once(port, 'listening');
    port.close();
    expect(statSync(join(vmPart, 'disk.img')).size).toBe(6 * 2 ** 30);
  });
});
