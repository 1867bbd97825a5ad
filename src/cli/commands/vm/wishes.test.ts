import { UsageError } from '../../usage-error';
import { bookPorts, wishesOf } from './wishes';

const flags = { wait: true, timeout: '30' };

it('the ports of the book lead to the VM: of all containers, of chapter 8, and those for own exercises', () => {
  const ports = bookPorts();
  expect(ports).toEqual(expect.arrayContaining([5_000, 8_080, 8_088, 8_099, 30_080]));
  expect(new Set(ports).size).toBe(ports.length);
});

it('a port can be left out, by one option or by several', () => {
  const { ports } = wishesOf({ ...flags, skipPort: ['5000,8080', '30080'] });
  expect(ports).not.toEqual(expect.arrayContaining([5_000]));
  expect(bookPorts().filter((port) => !ports.includes(port))).toEqual([5_000, 8_080, 30_080]);
});

it('takes numbers and a checksum as they are written', () => {
  const sha256 = 'AB'.repeat(32);
  const wishes = wishesOf({ ...flags, memory: '2048', cpus: '2', sshPort: '2201', sha256 });
  expect(wishes).toMatchObject({ memory: 2_048, cpus: 2, sshPort: 2_201, sum: 'ab'.repeat(32) });
});

it.each([
  { memory: '2G' },
  { memory: '64' },
  { disk: '-1' },
  { cpus: '0' },
  { sshPort: '70000' },
  { skipPort: ['http'] },
  { sha256: 'abc' },
])('refuses %j', (wrong) => {
  expect(() => wishesOf({ ...flags, ...wrong })).toThrow(UsageError);
});
