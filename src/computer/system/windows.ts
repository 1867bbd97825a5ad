import { parseJson } from '../../core/answers/json';
import { architectureOf, gibibytes, type ComputerFacts, type Virtualization } from '../facts';

/** What Windows tells of itself and of the machine. */
export interface MachineFacts {
  /** `Microsoft Windows 11 Home`. */
  readonly edition: string;
  readonly build: number;
  /** `23H2`. */
  readonly version?: string | undefined;
  /** In GiB. */
  readonly memory: number;
  /** `on` where it is switched on in the firmware, or used by a hypervisor already. */
  readonly virtualization: Virtualization;
  readonly bits?: 32 | 64 | undefined;
  readonly processorBits?: 32 | 64 | undefined;
  readonly architecture?: string | undefined;
  /** The hypervisor, where Windows itself runs in a virtual machine. */
  readonly inside?: string | undefined;
}

/** The script for PowerShell that tells the facts of a machine as JSON. */
export const machineScript = [
  '$o=Get-CimInstance Win32_OperatingSystem',
  '$c=Get-CimInstance Win32_ComputerSystem',
  '$p=Get-CimInstance Win32_Processor|Select-Object -First 1',
  "$r=Get-ItemProperty 'HKLM:\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion'",
  'ConvertTo-Json -Compress @{edition=$o.Caption;build=[int]$o.BuildNumber;version=$r.DisplayVersion;memory=$c.TotalPhysicalMemory;hypervisor=$c.HypervisorPresent;model=$c.Model;firmware=$p.VirtualizationFirmwareEnabled;bits=$p.AddressWidth;processorBits=$p.DataWidth;architecture=$p.Architecture}',
].join(';');

/** The numbers that Windows has for processors. */
const architectures: Readonly<Record<number, string>> = {
  0: 'i386',
  5: 'arm',
  9: 'x86_64',
  12: 'arm64',
};

/** The facts in the answer to that script; undefined where it is another one. */
export function machineIn(answer: string): MachineFacts | undefined {
  try {
    const said = parseJson(answer.replace(/^\uFEFF/, '')) as Record<string, unknown>;
    const { edition, build, memory, version, architecture } = said;
    if (typeof edition !== 'string' || typeof build !== 'number' || typeof memory !== 'number')
      return undefined;
    return {
      edition: edition.trim(),
      build,
      version: typeof version === 'string' && /^\d\dH\d$/.test(version) ? version : undefined,
      memory: memory / 2 ** 30,
      virtualization: virtualizationIn(said),
      bits: bitsIn(said['bits']),
      processorBits: bitsIn(said['processorBits']),
      architecture: architectureOf(architectures[Number(architecture ?? -1)]),
      inside: hypervisorIn(said['model']),
    };
  } catch {
    return undefined;
  }
}

// With a hypervisor, Windows no longer tells what the firmware says. In a virtual machine the hypervisor is the outer one.
function virtualizationIn({
  hypervisor,
  firmware,
  model,
}: Record<string, unknown>): Virtualization {
  if (firmware === true) return 'on';
  if (hypervisorIn(model) !== undefined) return 'unknown';
  if (hypervisor === true) return 'on';
  return firmware === false ? 'off' : 'unknown';
}

function bitsIn(width: unknown): 32 | 64 | undefined {
  return width === 32 || width === 64 ? width : undefined;
}

const hypervisors: readonly (readonly [RegExp, string])[] = [
  [/^VMware/, 'VMware'],
  [/^VirtualBox/, 'VirtualBox'],
  [/^Virtual Machine$/, 'Hyper-V'],
  [/^(?:Parallels|KVM|Standard PC|QEMU|HVM domU)/, 'vm'],
];

function hypervisorIn(model: unknown): string | undefined {
  if (typeof model !== 'string') return undefined;
  return hypervisors.find(([pattern]) => pattern.test(model.trim()))?.[1];
}

/** The facts of a Windows machine as those of any computer. */
export function windowsFacts(machine: MachineFacts): ComputerFacts {
  const { edition, build, memory } = machine;
  return {
    ...machine,
    system: 'windows',
    name: edition.replace(/^Microsoft /, ''),
    build: String(build),
    memory: gibibytes(memory * 2 ** 30),
  };
}
