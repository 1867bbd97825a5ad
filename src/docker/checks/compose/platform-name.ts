import { distance } from 'fastest-levenshtein';

const systems = ['linux', 'windows'];
const processors = [
  ...['amd64', 'arm64', 'x86_64', 'x86-64', 'aarch64', 'arm', '386', 'i386'],
  ...['ppc64le', 's390x', 'riscv64', 'mips64le', 'loong64', 'armhf', 'armel'],
];

/** Whether there is a platform of that name: a system, a processor, or both, and the processor's variant. */
export function isPlatform(name: string): boolean {
  const [system = '', processor, variant, ...rest] = name.toLowerCase().split('/');
  if (rest.length > 0 || (variant !== undefined && !/^v\d$/.test(variant))) return false;
  if (processor === undefined) return [...systems, ...processors].includes(system);
  return systems.includes(system) && processors.includes(processor);
}

/** The platform that was meant by a name of none; undefined where it is near to none. */
export function nearestPlatform(name: string): string | undefined {
  const all = ['linux/amd64', 'linux/arm64', 'linux/x86_64', 'linux/aarch64'];
  const word = (name.split(/\s/)[0] ?? '').toLowerCase();
  return all.find((one) => distance(one, word) <= 2);
}
