import { qemuArguments } from '../qemu/arguments';
import { folderOfVm } from './ports';

const settings = {
  ...{ id: '1cf45276-9a14-4c1b-9dfd-045a2367d801', memory: 2_048, cpus: 1, window: false },
  ...{ disk: '/d', seed: '/s', console: '/c' },
  architecture: 'x86_64',
  accelerator: 'tcg',
  ports: [],
} as const;
const started = (pid: string) =>
  ['/usr/bin/qemu-system-x86_64', ...qemuArguments({ ...settings, pid })].join(' ');

it('QEMU of a practice VM tells its data folder', () => {
  expect(folderOfVm(started('/home/kim/.local/share/dkkb/vm/qemu.pid'))).toBe(
    '/home/kim/.local/share/dkkb',
  );
  expect(folderOfVm(started('/mnt/my disk - a/vm/qemu.pid'))).toBe('/mnt/my disk - a');
});

it.each([
  '',
  'docker-proxy -proto tcp',
  'qemu-system-x86_64 -name other -pidfile /a/vm/qemu.pid -accel tcg',
  'python3 -name dkkb-vm -pidfile /a/vm/qemu.pid -accel tcg',
])('any other program tells none: %s', (command) => {
  expect(folderOfVm(command)).toBeUndefined();
});
