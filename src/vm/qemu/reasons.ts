/** Why the processor's own virtualization is not used. */
export type SlowReason = 'off' | 'denied' | 'missing' | 'fails';

/** Why there is no /dev/kvm, from what Linux says of the processor. */
export function cpuReason(cpuinfo: string): SlowReason {
  // Where the firmware has switched it off, Linux shows the processor without it.
  return /^flags\s*:.*\b(?:vmx|svm)\b/m.test(cpuinfo) ? 'missing' : 'off';
}

/** What QEMU means by its words. */
export function reasonOf(said: string): SlowReason {
  if (/permission denied/i.test(said)) return 'denied';
  if (/no accelerator found|HV_UNSUPPORTED|not supported|invalid accelerator/i.test(said))
    return 'missing';
  return 'fails';
}
