import { flags, releases } from '../recorded.fixture';
import { told } from '../replayed.fixture';
import { judgeLinux } from '../checks/needs';
import { machineLine, systemLine } from '../words';
import { linuxIn } from './linux';
import { partsIn } from './unix-script';

const memory = 'MemTotal:       16316412 kB';
const laptop = { bits: '64', release: releases.ubuntu2404, memory, cpu: flags.intel, kvm: 'yes' };
const uname = (kernel: string, machine = 'x86_64') => `Linux ${kernel} ${machine}`;
const factsOf = (parts: Readonly<Record<string, string>>) => linuxIn(partsIn(told(parts)));

it.each([
  ['Ubuntu 22.04', { release: releases.ubuntu2204, uname: uname('5.15.0-130-generic') }],
  ['Ubuntu 24.04', { uname: uname('6.8.0-51-generic') }],
  ['Ubuntu 26.04', { release: releases.ubuntu2604, uname: uname('7.0.0-10-generic') }],
  ['Debian GNU/Linux 12', { release: releases.debian12, uname: uname('6.1.0-28-amd64') }],
  ['Debian GNU/Linux 13', { release: releases.debian13, uname: uname('6.12.48+deb13-amd64') }],
  ['Fedora Linux 42', { release: releases.fedora, uname: uname('6.14.0-63.fc42.x86_64') }],
])('%s on a laptop is read, and nothing keeps Docker from it', (name, more) => {
  const facts = factsOf({ ...laptop, ...more });
  expect(facts).toMatchObject({
    name: expect.stringContaining(name),
    bits: 64,
    processorBits: 64,
    architecture: 'amd64',
    memory: expect.closeTo(15.56, 1),
    virtualization: 'on',
  });
  expect(facts.inside).toBeUndefined();
  expect(judgeLinux(facts)).toEqual([]);
});

it('is told in a line, in both languages', () => {
  const facts = factsOf({ ...laptop, uname: uname('6.8.0-51-generic') });
  expect(systemLine(facts)).toEqual({
    ko: 'Ubuntu 24.04.1 LTS, 64비트, amd64',
    en: 'Ubuntu 24.04.1 LTS, 64-bit, amd64',
  });
  expect(machineLine(facts)).toEqual({
    ko: '메모리: 15.6 GiB, 가상화: 켜짐',
    en: 'Memory: 15.6 GiB, virtualization: on',
  });
});

it.each([
  ['an AMD processor', flags.amd, 'on'],
  ['a firmware that has it switched off', flags.intelOff, 'off'],
  ['a VM without nested virtualization', flags.vm, 'none'],
  ['no flags', '', 'unknown'],
])('virtualization with %s', (_, cpu, expected) => {
  const facts = factsOf({ ...laptop, uname: uname('6.8.0-51-generic'), cpu });
  expect(facts.virtualization).toBe(expected);
});

it.each([
  ['wsl2', '5.15.167.4-microsoft-standard-WSL2', '', []],
  ['wsl2', '6.6.87.2-microsoft-standard-WSL2', 'wsl', []],
  ['wsl1', '4.4.0-22621-Microsoft', 'wsl', ['wsl-first-version']],
  ['kvm', '6.8.0-51-generic', 'kvm', []],
  ['amazon', '6.8.0-1021-aws', 'amazon', []],
  [undefined, '6.8.0-51-generic', 'none', []],
])('runs inside %s', (inside, kernel, virt, codes) => {
  const facts = factsOf({ ...laptop, uname: uname(kernel), virt });
  expect(facts.inside).toBe(inside);
  expect(judgeLinux(facts, 'Ubuntu').map(({ code }) => code)).toEqual(codes);
});

it('Alpine, which lacks getconf, does not tell its bits', () => {
  const facts = factsOf({
    ...laptop,
    uname: uname('6.6.54-0-lts'),
    release: releases.alpine,
    bits: '',
  });
  expect(facts).toMatchObject({
    name: 'Alpine Linux v3.20',
    processorBits: 64,
    family: 'ID=alpine',
  });
  expect(facts.bits).toBeUndefined();
  expect(judgeLinux(facts)).toEqual([]);
});

it.each([
  [
    'a kernel of 64 bits under Raspbian of 32',
    '6.1.0-rpi6-rpi-v8',
    'aarch64',
    '32',
    flags.pi,
    true,
  ],
  ['Raspbian of 32 bits', '4.19.66-v7l+', 'armv7l', '32', 'Features\t: half thumb vfp', false],
  ['Debian of 32 bits on an old PC', '6.1.0-28-686-pae', 'i686', '', flags.old, false],
  ['Debian of 32 bits on a newer PC', '6.1.0-28-686-pae', 'i686', '32', flags.intel, true],
])('%s is too narrow', (_, kernel, machine, bits, cpu, wide) => {
  const release = machine === 'i686' ? releases.debian12 : releases.raspbian;
  const facts = factsOf({ uname: uname(kernel, machine), bits, cpu, release, memory });
  expect(facts.bits).toBe(32);
  const [problem] = judgeLinux(facts);
  expect(problem).toMatchObject({
    code: 'system-too-narrow',
    values: { wide: wide ? 'yes' : 'no' },
  });
});

it('names an architecture for which the book has no images', () => {
  const facts = factsOf({ ...laptop, uname: uname('6.1.0', 'riscv64'), cpu: '' });
  expect(judgeLinux(facts)).toMatchObject([
    { code: 'architecture-unsupported', values: { architecture: 'riscv64' } },
  ]);
});

it.each([
  ['nothing', {}],
  [
    'garbage',
    { uname: '\u001b[2J', bits: 'x', memory: 'MemTotal: -1 kB', cpu: '::', release: '"' },
  ],
  ['too much memory', { memory: `MemTotal: ${'9'.repeat(30)} kB` }],
])('tells no fact of %s', (_, parts) => {
  expect(factsOf(parts)).toMatchObject({
    name: 'Linux',
    bits: undefined,
    processorBits: undefined,
    architecture: undefined,
    memory: undefined,
    virtualization: 'unknown',
    inside: undefined,
  });
  expect(judgeLinux(factsOf(parts))).toEqual([]);
});
