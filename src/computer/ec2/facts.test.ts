import { execFileSync } from 'node:child_process';

import { onPosix } from '../../../testbed/programs/posix';
import { problemsOf, tellOf } from '../checks/ec2';
import { factsQuestion, readFacts, readPractice } from './facts';

// Written after what AWS documents for identifying an instance, and as reports of instances show it.
const nitro = `sys_vendor=Amazon EC2
board_vendor=Amazon EC2
bios_version=1.0
product_name=t3.medium
xen=
PRETTY_NAME="Ubuntu 24.04.3 LTS"
NAME="Ubuntu"
VERSION_ID="24.04"
ID=ubuntu
ID_LIKE=debian
`;
const xen = nitro
  .replaceAll('Amazon EC2', 'Xen')
  .replace('bios_version=1.0', 'bios_version=4.11.amazon')
  .replace('t3.medium', 'HVM domU');

it.each([
  ['on Nitro', nitro, 't3.medium'],
  ['on Xen', xen, ''],
  [
    'on Xen that tells its number only',
    xen.replace('4.11.amazon', '').replace('xen=', 'xen=ec2e1916-9099-7caf-fd21-012345abcdef'),
    '',
  ],
])('a VM of EC2 %s is recognised', (_title, answer, type) => {
  expect(readFacts(answer)).toMatchObject({
    isEc2: true,
    type,
    id: 'ubuntu',
    name: 'Ubuntu 24.04.3 LTS',
  });
});

it.each([
  ['QEMU', nitro.replaceAll('Amazon EC2', 'QEMU'), 'QEMU'],
  ['a PC', nitro.replaceAll('Amazon EC2', 'LENOVO'), 'LENOVO'],
  ['a container without these files', 'sys_vendor=\nboard_vendor=\nID=debian\n', ''],
  ['nothing', '', ''],
  ['a product that names Amazon', 'sys_vendor=QEMU\nproduct_name=Amazon EC2\n', 'QEMU'],
])('%s is no VM of EC2', (_title, answer, vendor) => {
  expect(readFacts(answer)).toMatchObject({ isEc2: false, vendor });
});

onPosix('this machine answers the question', () => {
  const answer = execFileSync('sh', ['-c', factsQuestion], { encoding: 'utf8' });
  expect(readFacts(answer).name).not.toBe('');
});

/** What the question of a practice machine is answered with, part by part. */
const report = ({ steps = '', ready = '', failed = '', deadline = '', busy = '', log = '' }) =>
  [steps, ready, failed, deadline, busy, log].join('\n--\n');
const done = 'docker done\nkubectl done';

it.each([
  ['ready', { steps: done, ready: 'yes', deadline: 'x 3600' }, []],
  [
    'busy',
    { steps: `${done}\nminikube begun`, busy: 'busy', deadline: 'x 3600' },
    ['practice-busy'],
  ],
  [
    'failed',
    { steps: 'docker failed 3', failed: 'docker', deadline: 'x 60' },
    ['practice-steps-failed'],
  ],
  ['interrupted', { steps: 'docker begun', deadline: 'x 60' }, ['practice-interrupted']],
  ['none', {}, []],
] as const)('a practice machine that is %s is told so', (state, parts, codes) => {
  const practice = readPractice(report(parts), '');
  expect(practice.state).toBe(state);
  expect(problemsOf(practice).map(({ code }) => code)).toEqual(codes);
});

it('tells how long the VM has, and of one made by hand that it does not end', () => {
  const said = (parts: Parameters<typeof report>[0]) =>
    tellOf(readPractice(report(parts), '')).map(({ en }) => en);
  expect(said({ ready: 'yes', deadline: 'x 18720' })).toEqual(['It ends itself in 5 h 12 min.']);
  expect(said({ ready: 'yes', deadline: 'x -5' })).toEqual(['Its time is over; it goes off soon.']);
  expect(said({})[0]).toContain('not made by dkkb');
});

it('an answer that is cut off is no report', () => {
  expect(() => readPractice('docker done\n--\n', 'Connection closed')).toThrow('command-failed');
});
