import { isStrayOf } from './process';

const words = (pid: string) => `-name dkkb-vm -uuid 0d8f7a52 -pidfile ${pid} -accel kvm`;

it.each([
  ['/usr/bin/qemu-system-x86_64', '/d/vm/qemu.pid', '/d/vm/qemu.pid'],
  ['qemu-system-aarch64', '/d/my data/vm/qemu.pid', '/d/my data/vm/qemu.pid'],
  ['"C:\\Program Files\\qemu\\qemu-system-x86_64.exe"', 'C:\\d\\qemu.pid', '"C:\\d\\qemu.pid"'],
])('%s with the file %s is the VM of that folder', (program, file, written) => {
  expect(isStrayOf(file, `${program} ${words(written)}`)).toBe(true);
});

it.each([
  ['of another folder', `qemu-system-x86_64 ${words('/other/vm/qemu.pid')}`],
  ['of a folder below', `qemu-system-x86_64 ${words('/d/vm/qemu.pid.old')}`],
  ['with another name', 'qemu-system-x86_64 -name mine -pidfile /d/vm/qemu.pid'],
  ['that only names it', `bash -c qemu-system-x86_64 ${words('/d/vm/qemu.pid')}`],
  ['that looks for it', `grep qemu-system-x86_64 ${words('/d/vm/qemu.pid')}`],
])('a program %s is none', (_, command) => {
  expect(isStrayOf('/d/vm/qemu.pid', command)).toBe(false);
});
