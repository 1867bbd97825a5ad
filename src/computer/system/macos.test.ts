import { judgeMac, oldestMacos } from '../checks/needs';
import { swVers, sysctls } from '../recorded.fixture';
import { told } from '../replayed.fixture';
import { systemLine } from '../words';
import { macosIn } from './macos';
import { partsIn } from './unix-script';

const intelFeatures = 'FPU VME DE PSE TSC MSR PAE MCE CX8 APIC SEP MTRR PGE MCA VMX EST TM2 SSSE3';
const rosetta = '/Library/Apple/usr/share/rosetta/rosetta';
const apple = { uname: 'Darwin 24.3.0 arm64', sysctl: sysctls.apple, paths: rosetta };
const intel = { uname: 'Darwin 21.6.0 x86_64', sysctl: sysctls.intel, features: intelFeatures };
const factsOf = (parts: Readonly<Record<string, string>>) => macosIn(partsIn(told(parts)));
const codesOf = (parts: Readonly<Record<string, string>>, now = '2026-11-30') =>
  judgeMac(factsOf(parts), new Date(now)).map(({ code }) => code);

it.each([
  ['12.7.6', '21H1320', intel, 'amd64', undefined],
  ['13.3.1', '22E261', { ...apple, uname: 'Darwin 22.4.0 arm64' }, 'arm64', true],
  ['14.5', '23F79', { ...apple, uname: 'Darwin 23.5.0 arm64' }, 'arm64', true],
  ['15.3', '24D60', apple, 'arm64', true],
  ['15.3', '24D60', { ...intel, uname: 'Darwin 24.3.0 x86_64' }, 'amd64', undefined],
])('macOS %s (%s) is read', (version, build, parts, architecture, hasRosetta) => {
  const facts = factsOf({ ...parts, sw_vers: swVers(version, build) });
  expect(facts).toMatchObject({ version, build, architecture, bits: 64, processorBits: 64 });
  expect(facts).toMatchObject({ memory: 16, virtualization: 'on' });
  expect(facts.rosetta).toBe(hasRosetta);
  expect(systemLine(facts).en).toBe(`macOS ${version} (${build}), 64-bit, ${architecture}`);
});

it('a terminal that runs through Rosetta is on an Apple processor', () => {
  const facts = factsOf({
    uname: 'Darwin 24.3.0 x86_64',
    sysctl: sysctls.rosetta,
    sw_vers: swVers('15.3', '24D60'),
  });
  expect(facts).toMatchObject({ architecture: 'arm64', translated: true, rosetta: true });
});

it.each([
  ['mac-without-hypervisor', { ...apple, sysctl: sysctls.vm, sw_vers: swVers('15.3', '24D60') }],
  ['rosetta-missing', { ...apple, paths: '', sw_vers: swVers('26.1', '25B78') }],
  ['macos-too-old', { ...apple, sw_vers: swVers('14.5', '23F79') }],
  ['macos-too-old', { ...intel, sw_vers: swVers('10.15.7', '19H2', 'Mac OS X') }],
])('names %s', (code, parts) => {
  expect(codesOf(parts)).toEqual([code]);
});

it('names little memory', () => {
  const sysctl = sysctls.intel.replace('17179869184', '2147483648');
  expect(codesOf({ ...intel, sysctl, sw_vers: swVers('15.3', '24D60') })).toEqual(['memory-low']);
});

it.each([
  ['2025-08-01', 13],
  ['2025-12-01', 14],
  ['2026-09-30', 14],
  ['2026-10-01', 15],
  ['2027-11-01', 26],
  ['2028-11-01', 27],
])('at %s, Docker Desktop supports macOS from %s on', (now, oldest) => {
  expect(oldestMacos(new Date(now))).toBe(oldest);
});

it.each([
  ['nothing', {}],
  [
    'garbage',
    { sw_vers: 'ProductVersion: \u001b]0;x', sysctl: 'hw.memsize: many', uname: 'Darwin' },
  ],
])('tells no fact of %s, and no problem', (_, parts) => {
  const facts = factsOf(parts);
  expect([facts.version, facts.memory, facts.architecture, facts.bits]).toEqual(
    Array(4).fill(undefined),
  );
  expect(facts.virtualization).toBe('unknown');
  expect(codesOf(parts)).toEqual([]);
});
