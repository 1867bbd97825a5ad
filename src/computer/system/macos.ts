import { architectureOf, gibibytes, type ComputerFacts, type Virtualization } from '../facts';

type Parts = ReadonlyMap<string, string>;

/** What a Mac is, in the parts of its answer. */
export function macosIn(parts: Parts): ComputerFacts {
  const told = valuesIn(parts.get('sw_vers') ?? '');
  const sysctl = valuesIn(parts.get('sysctl') ?? '');
  const [, , machine] = (parts.get('uname') ?? '').split(' ');
  // A terminal that runs through Rosetta is told that the processor is Intel's.
  const isApple = sysctl.get('hw.optional.arm64') === '1' || machine === 'arm64';
  const version = told.get('ProductVersion');
  return {
    system: 'macos',
    name: told.get('ProductName') ?? 'macOS',
    version: version && /^\d{1,3}(?:\.\d{1,3}){0,2}$/.test(version) ? version : undefined,
    build: told.get('BuildVersion'),
    bits: machine === 'arm64' || machine === 'x86_64' ? 64 : undefined,
    processorBits: isApple || sysctl.get('hw.cpu64bit_capable') === '1' ? 64 : undefined,
    architecture: isApple ? 'arm64' : architectureOf(machine),
    memory: gibibytes(Number(sysctl.get('hw.memsize'))),
    virtualization: virtualizationOf(sysctl.get('kern.hv_support'), parts.get('features')),
    inside: sysctl.get('kern.hv_vmm_present') === '1' ? 'vm' : undefined,
    ...(isApple ? rosettaOf(parts, sysctl) : {}),
  };
}

function rosettaOf(parts: Parts, sysctl: ReadonlyMap<string, string>) {
  const translated = sysctl.get('sysctl.proc_translated') === '1';
  return { translated, rosetta: translated || /rosetta$/m.test(parts.get('paths') ?? '') };
}

/** Lines such as `kern.hv_support: 1`. */
function valuesIn(text: string): Map<string, string> {
  return new Map(
    [...text.matchAll(/^([\w.]{1,60}):[ \t]+(\S[^\n]{0,200})$/gm)].map(
      ([, name = '', value = '']) => [name, value.trim()],
    ),
  );
}

function virtualizationOf(support: string | undefined, features = ''): Virtualization {
  if (support === '1') return 'on';
  if (support === '0') return 'off';
  return /\bVMX\b/.test(features) ? 'on' : 'unknown';
}
