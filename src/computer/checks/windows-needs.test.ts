import type { MachineFacts } from '../system/windows';
import type { WslState } from '../system/wsl';
import { judgeWindows } from './windows-needs';

const machine: MachineFacts = {
  edition: 'Microsoft Windows 11 Home',
  build: 22_631,
  memory: 15.8,
  virtualization: 'on',
};
const wsl: WslState = { is: 'there', version: '2.3.26.0', kernel: '5.15.167.4-1' };
const codes = (...facts: Parameters<typeof judgeWindows>) =>
  judgeWindows(...facts).map(({ code }) => code);

it('finds nothing in the way where all is as Docker Desktop asks, also on Home', () => {
  expect(codes(machine, wsl)).toEqual([]);
  expect(codes({ ...machine, build: 19_045 }, { ...wsl, version: '2.1.5.0' })).toEqual([]);
  expect(codes({ ...machine, memory: 7.8 }, wsl)).toEqual([]);
});

it.each([
  ['virtualization-off', { ...machine, virtualization: 'off' }, wsl],
  ['windows-too-old', { ...machine, build: 19_044 }, wsl],
  ['windows-too-old', { ...machine, build: 22_621 }, wsl],
  ['memory-low', { ...machine, memory: 3.9 }, wsl],
  ['wsl-missing', machine, { is: 'missing' }],
  ['wsl-too-old', machine, { is: 'old' }],
  ['wsl-too-old', machine, { ...wsl, version: '2.1.4.0' }],
  ['wsl-too-old', machine, { ...wsl, version: '1.2.5.0' }],
] as const)('names %s', (code, facts, state) => {
  expect(codes(facts, state)).toEqual([code]);
});

it('says nothing of a machine that told nothing', () => {
  expect(codes(undefined, wsl)).toEqual([]);
});
