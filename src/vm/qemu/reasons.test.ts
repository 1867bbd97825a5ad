import { cpuReason, reasonOf } from './reasons';

// What QEMU 7.2 and 8 say, on Linux, Windows and macOS: the first two recorded here, the others from
// https://gitlab.com/qemu-project/qemu (accel/kvm/kvm-all.c, target/i386/whpx/whpx-all.c, accel/hvf/hvf-accel-ops.c).
it.each([
  ['Could not access KVM kernel module: Permission denied', 'denied'],
  ["kvm_buf_set_msrs: Assertion `ret == cpu->kvm_msr_buf->nmsrs' failed.", 'fails'],
  ['WHPX: No accelerator found, hr=00000000', 'missing'],
  ['qemu-system-x86_64: -accel whpx: invalid accelerator whpx', 'missing'],
  ['Error: ret = HV_UNSUPPORTED (0xfae9400f, at ../accel/hvf/hvf-accel-ops.c:339)', 'missing'],
])('%s means %s', (said, reason) => {
  expect(reasonOf(said)).toBe(reason);
});

it('a processor that shows neither vmx nor svm has virtualization off', () => {
  expect(cpuReason('flags\t\t: fpu vme sse2 vmx smx\n')).toBe('missing');
  expect(cpuReason('flags\t\t: fpu svm_lock sse2\n')).toBe('off');
});
