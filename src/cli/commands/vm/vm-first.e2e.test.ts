// Everything about the local VM that needs no boot. @circle all @needs vm vm-ready @minutes 1
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createServer as createTcpServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { kill, LocalVm } from '../../../../testbed/class/local-vm';
import { Output } from '../../../../testbed/programs/output';
import { dkkb } from '../../../../testbed/programs/paths';
import { finish, run } from '../../../../testbed/programs/process';
import { until } from '../../../../testbed/programs/until';
import { bookPorts } from './wishes';

let vm: LocalVm;
beforeAll(async () => (vm = await LocalVm.open()));
afterAll(() => vm.close());

it('`status`, `ssh`, `stop` and `down` say that there is none', async () => {
  expect(await vm.run('status')).toMatchObject({
    code: 1,
    stdout: expect.stringMatching(/vm-missing[^]*dkkb vm up/),
  });
  expect(await vm.run('ssh')).toMatchObject({
    code: 3,
    stderr: expect.stringContaining('vm-missing'),
  });
  expect(await vm.run('stop')).toMatchObject({ code: 0 });
  expect(await vm.run('down')).toMatchObject({ code: 0 });
});

it('on a machine without ssh, or without QEMU, `up` says what to install', async () => {
  const programs = mkdtempSync(join(tmpdir(), 'dkkb-programs-'));
  try {
    const none = {
      code: 3,
      stderr: expect.stringMatching(/vm-no-hypervisor[^]*apt-get install/),
    };
    expect(await finish(vm.start(['up', ...vm.image], { PATH: programs }))).toMatchObject(none);
    for (const name of ['qemu-system-x86_64', 'qemu-img'])
      symlinkSync(join('/usr/bin', name), join(programs, name));
    const noSsh = { code: 3, stderr: expect.stringMatching(/`ssh`.*\[program-missing\]/) };
    expect(await finish(vm.start(['up', ...vm.image], { PATH: programs }))).toMatchObject(noSsh);
    expect(vm.has('vm')).toBe(false);
  } finally {
    rmSync(programs, { recursive: true });
  }
});

it('`up` names a port that something else has, and by what, and makes nothing', async () => {
  const [port = 0] = bookPorts();
  const other = createTcpServer().listen(port, '127.0.0.1');
  await once(other, 'listening');
  try {
    const { code, stderr } = await vm.run('up', ...vm.image);
    expect({ code, stderr }).toEqual({
      code: 3,
      stderr: expect.stringMatching(
        new RegExp(
          `Port ${String(port)}.*\`node \\(pid ${String(process.pid)}\\)\`.*vm-port-taken`,
        ),
      ),
    });
    expect(vm.has('vm')).toBe(false);
  } finally {
    other.close();
  }
});

it('a second `up` waits; a download that was killed goes on; its wrong checksum is told, and nothing of it stays', async () => {
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
  const words = ['--image', from, '--sha256', sum, '--ssh-port', String(vm.sshPort)];
  const part = vm.file('images', `${sum}.img.part`);
  const first = vm.start(['up', ...words]);
  await until(() => existsSync(part) && statSync(part).size > 0, Boolean);
  const second = vm.start(['up', ...words]);
  await new Output(second).next(/Waiting for another dkkb command/);
  await Promise.all([first, second].map(kill));
  const { code, stderr } = await vm.run('up');
  expect({ code, stderr }).toEqual({
    code: 3,
    stderr: expect.stringContaining('vm-image-checksum'),
  });
  expect(stderr).toContain(createHash('sha256').update(content).digest('hex'));
  expect(ranges).toEqual([undefined, expect.stringMatching(/^bytes=\d+-$/)]);
  site.closeAllConnections();
  site.close();
  expect(await vm.run('down', '--yes', '--image-cache')).toMatchObject({ code: 0 });
  expect(readdirSync(vm.data)).toEqual(['locks']);
});

it('killed when only its record is there, `down` leaves nothing', async () => {
  await vm.killed(vm.image, () => vm.has('vm', 'vm.json'));
  expect(await vm.run('down', '--yes')).toMatchObject({ code: 0 });
  expect(vm.has('vm')).toBe(false);
  expect(vm.machines()).toEqual([]);
});

it('a disk that fills up while the image comes is told, and what came is kept', async () => {
  // Without a length, nobody can tell before that there is too little space.
  const site = createServer((_asked, answer) => {
    answer.writeHead(200, { etag: '"one"', 'transfer-encoding': 'chunked' });
    answer.end(Buffer.alloc(3 * 2 ** 20));
  }).listen(0, '127.0.0.1');
  await once(site, 'listening');
  const { port } = site.address() as AddressInfo;
  const sum = 'b'.repeat(64);
  const image = ['--image', `http://127.0.0.1:${String(port)}/image.img`, '--sha256', sum];
  const full =
    'mount -t tmpfs -o size=1m none "$DKKB_DATA"; "$@"; code=$?; ls "$DKKB_DATA"/*; exit $code';
  const up = [process.execPath, dkkb, 'vm', 'up', ...image, '--memory', '512'];
  const env = { ...process.env, DKKB_DATA: vm.data, DKKB_LANG: 'en' };
  const { code, stdout, stderr } = await run('unshare', ['-m', 'sh', '-c', full, 'sh', ...up], {
    env,
  });
  site.close();
  expect({ code, stderr }).toEqual({
    code: 3,
    stderr: expect.stringMatching(/too little space[^]*vm-disk-short[^]*DKKB_DATA/),
  });
  expect(stdout).toMatch(new RegExp(`${sum}.img.part[^]*vm.json`));
});
