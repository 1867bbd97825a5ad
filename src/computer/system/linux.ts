import { architectureOf, gibibytes, type ComputerFacts, type Virtualization } from '../facts';

import { linesOf } from './unix';

type Parts = ReadonlyMap<string, string>;

/** What a Linux machine is, in the parts of its answer. */
export function linuxIn(parts: Parts): ComputerFacts {
  const [, kernel = '', machine = ''] = (parts.get('uname') ?? '').split(' ');
  const flags = ` ${parts.get('cpu')?.split(':')[1] ?? ''} `;
  const told = /^(32|64)$/.exec(parts.get('bits') ?? '')?.[0];
  const processorBits = processorBitsOf(machine, flags);
  const inside = insideOf(kernel, parts.get('virt') ?? '', flags);
  const virtualization = virtualizationOf(machine, flags, parts.get('kvm') === 'yes');
  return {
    system: 'linux',
    name: nameIn(parts.get('release') ?? ''),
    family: linesOf(parts.get('release'))
      .filter((line) => /^ID(?:_LIKE)?=/.test(line))
      .join('\n'),
    bits: told ? (Number(told) as 32 | 64) : bitsOf(machine),
    processorBits,
    architecture: architectureOf(machine),
    memory: memoryIn(parts.get('memory') ?? ''),
    // Inside a VM or a container there is no firmware that could switch it on.
    virtualization: virtualization === 'off' && inside !== undefined ? 'none' : virtualization,
    inside,
  };
}

function nameIn(release: string): string {
  const value = (key: string) =>
    new RegExp(String.raw`^${key}=["']?([^"'\n]{1,200})`, 'm').exec(release)?.[1]?.trim();
  return value('PRETTY_NAME') ?? value('NAME') ?? 'Linux';
}

// A kernel of 64 bits may carry a system of 32: without `getconf` that cannot be told.
function bitsOf(machine: string): 32 | undefined {
  return /^(?:i[3-6]86|armv[5-8]l)$/.test(machine) ? 32 : undefined;
}

function processorBitsOf(machine: string, flags: string): 32 | 64 | undefined {
  if (/^(?:x86_64|aarch64|riscv64|ppc64le|s390x)$/.test(machine)) return 64;
  if (/^i[3-6]86$/.test(machine)) return flags.includes(' lm ') ? 64 : 32;
  return undefined;
}

function memoryIn(line: string): number | undefined {
  const [, amount] = /^MemTotal:\s+(\d{1,15}) kB$/.exec(line) ?? [];
  return amount === undefined ? undefined : gibibytes(Number(amount) * 1_024);
}

/** The kernel takes the flag away where the firmware has switched it off; on ARM there is no flag. */
function virtualizationOf(machine: string, flags: string, hasKvm: boolean): Virtualization {
  if (!/^(?:x86_64|i[3-6]86)$/.test(machine)) return hasKvm ? 'on' : 'unknown';
  if (flags.trim() === '') return 'unknown';
  return / (?:vmx|svm) /.test(flags) ? 'on' : 'off';
}

/** WSL 1 has a kernel that Windows plays, WSL 2 one of Microsoft's own. */
function insideOf(kernel: string, virt: string, flags: string): string | undefined {
  if (/microsoft-standard|WSL2/i.test(kernel)) return 'wsl2';
  if (/Microsoft$/.test(kernel)) return 'wsl1';
  if (/^[a-z][\w-]{1,30}$/.test(virt) && virt !== 'none') return virt;
  return flags.includes(' hypervisor ') ? 'vm' : undefined;
}
