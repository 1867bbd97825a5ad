import type { VmChange, VmWork } from '../changes';
import { unexpected } from './expected';

const change = (id: string, work: VmWork): VmChange => ({
  student: { id, name: id },
  work,
  differences: [],
});
const vm = (key: string, action: string) => ({
  address: `aws_instance.vm["${key}"]`,
  resource: 'aws_instance',
  key,
  action,
});
const changes = [change('new', 'new'), change('old', 'kept'), change('again', 'replaced')];
const left = change('left', 'left');
const none: ReadonlySet<string> = new Set();

it.each([
  ['makes a new VM', vm('new', 'create')],
  ['takes over a VM', vm('old', 'import')],
  ['knows a VM under another name', vm('old', 'move')],
  ['replaces the VM that was named', vm('again', 'replace')],
  ['makes the VM again that was named, and is gone', vm('again', 'create')],
])('expects that Terraform %s', (_, planned) => {
  expect(unexpected([planned], [...changes, left], none)).toEqual([]);
});

it.each([
  ['replaces a VM that is kept', vm('old', 'replace')],
  ['ends a VM that is kept', vm('old', 'delete')],
  ['changes a VM that is kept', vm('old', 'update')],
  ['makes a second VM for a student', vm('old', 'create')],
  ['ends the VM of a student who has left', vm('left', 'delete')],
  ['ends a VM of nobody', vm('stranger', 'delete')],
  [
    'replaces the network',
    { address: 'aws_subnet.subnet', resource: 'aws_subnet', action: 'replace' },
  ],
  ['removes the network', { address: 'aws_vpc.vpc', resource: 'aws_vpc', action: 'delete' }],
])('does not expect that Terraform %s', (_, planned) => {
  expect(unexpected([planned], [...changes, left], none)).toEqual([planned]);
});

it('expects new rules of the security group, and new key pairs', () => {
  const group = { address: 'aws_security_group.access', resource: 'aws_security_group' };
  const key = { address: 'aws_key_pair.student["x"]', resource: 'aws_key_pair', key: 'x' };
  const planned = [
    { ...group, action: 'update' },
    { ...key, action: 'delete' },
    { ...key, action: 'create' },
  ];
  expect(unexpected(planned, changes, new Set([key.address]))).toEqual([]);
});

it.each(['delete', 'replace', 'update'])(
  'does not expect that Terraform does %s to a key pair that the cloud does not know as the class’s',
  (action) => {
    const address = 'aws_key_pair.student["ghost"]';
    const planned = [{ address, resource: 'aws_key_pair', key: 'ghost', action }];
    expect(unexpected(planned, changes, none)).toEqual(planned);
  },
);
