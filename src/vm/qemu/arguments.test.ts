import { qemuArguments, type QemuSettings } from './arguments';

const settings: QemuSettings = {
  id: '0d8f7a52-0000-4000-8000-000000000001',
  architecture: 'x86_64',
  accelerator: 'kvm',
  memory: 2_048,
  cpus: 2,
  disk: '/d/disk.qcow2',
  seed: '/d/seed.iso',
  console: '/d/console.log',
  pid: '/d/qemu.pid',
  window: false,
  ports: [
    { here: 2_223, there: 22 },
    { here: 8_080, there: 8_080 },
  ],
};
const line = (more: Partial<QemuSettings> = {}) =>
  qemuArguments({ ...settings, ...more }).join(' ');

it('starts a VM by KVM, whose ports only this machine reaches', () => {
  expect(line()).toBe(
    [
      '-name dkkb-vm -uuid 0d8f7a52-0000-4000-8000-000000000001 -pidfile /d/qemu.pid',
      '-accel kvm -cpu host -smp 2 -m 2048 -display none -serial file:/d/console.log',
      '-drive file=/d/disk.qcow2,if=virtio,format=qcow2,discard=unmap',
      '-drive file=/d/seed.iso,if=virtio,format=raw,readonly=on',
      '-netdev user,id=net,hostfwd=tcp:127.0.0.1:2223-:22,hostfwd=tcp:127.0.0.1:8080-:8080',
      '-device virtio-net-pci,netdev=net -device virtio-rng-pci',
    ].join(' '),
  );
});

it('lets an emulated VM take its time', () => {
  const kernel = { kernel: '/d/vmlinuz', initrd: '/d/initrd.img' };
  expect(line({ accelerator: 'tcg', kernel })).toMatch(
    /-accel tcg -cpu Nehalem .*-kernel \/d\/vmlinuz -initrd \/d\/initrd.img -append root=\/dev\/vda .*timeout_start_sec=3600/,
  );
  expect(line({ kernel })).not.toContain('timeout_start_sec');
});

it('starts an ARM machine with its firmware, and Windows’ hypervisor without a processor of its own', () => {
  expect(line({ architecture: 'aarch64', accelerator: 'hvf', firmware: 'edk2.fd' })).toContain(
    '-machine virt -bios edk2.fd -accel hvf -cpu host',
  );
  expect(line({ accelerator: 'whpx' })).toContain('-accel whpx -smp 2');
});

it('keeps a comma in a path, and a window where one is wanted', () => {
  expect(line({ disk: '/a,b/disk.qcow2' })).toContain('file=/a,,b/disk.qcow2,if=virtio');
  expect(line({ window: true })).not.toContain('-display');
});
