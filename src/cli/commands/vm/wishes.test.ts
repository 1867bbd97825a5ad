import { UsageError } from '../../usage-error';
import { bookPorts, wishesOf } from './wishes';

const flags = { wait: true };

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
  { skipPort: ['5000,9999'] },
  { sha256: 'abc' },
  { image: 'debian', sha256: 'ab'.repeat(32) },
  { sshPort: '8080' },
  { image: 'http://127.0.0.1/no-checksum.img' },
  { image: 'ftp://127.0.0.1/x.img' },
  { image: 'https://' },
  { image: '.' },
])('refuses %j', (wrong) => {
  expect(() => wishesOf({ ...flags, ...wrong })).toThrow(UsageError);
});

it('names a file that is not there', () => {
  expect(() => wishesOf({ ...flags, image: 'nosuch.img' })).toThrow(
    'There is no file `nosuch.img`',
  );
});

it('names the ports that can be left out', () => {
  expect(() => wishesOf({ ...flags, skipPort: ['9999'] })).toThrow(/5000, 8080-8099.*not 9999/);
});

it('takes an address by https, and one by http with its checksum', () => {
  const sha256 = 'ab'.repeat(32);
  for (const more of [
    { image: 'https://127.0.0.1/x.img' },
    { image: 'http://127.0.0.1/x.img', sha256 },
  ])
    expect(wishesOf({ ...flags, ...more })).toMatchObject({ image: more.image });
});
