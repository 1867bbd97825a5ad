import { defaultSource, isAddress, sumIn } from './sources';

const sum = (letter: string) => letter.repeat(64);
// As https://cloud-images.ubuntu.com/releases/24.04/release/SHA256SUMS is written.
const list = [
  `${sum('a')} *ubuntu-24.04-server-cloudimg-amd64.img`,
  `${sum('b')} *ubuntu-24.04-server-cloudimg-amd64.vmdk`,
  `${sum('c')}  ubuntu-24.04-server-cloudimg-arm64.img`,
  'no sum *ubuntu-24.04-server-cloudimg-amd64.img',
].join('\n');

it.each([
  ['x86_64', 'qemu', 'a'],
  ['x86_64', 'virtualbox', 'b'],
  ['aarch64', 'qemu', 'c'],
] as const)('the image for %s by %s has its own checksum', (architecture, by, letter) => {
  const { url, sums } = defaultSource(architecture, by, {});
  expect(sums).toBe('https://cloud-images.ubuntu.com/releases/24.04/release/SHA256SUMS');
  expect(sumIn(list, url)).toBe(sum(letter));
});

it('finds no checksum of another file', () => {
  expect(sumIn(list, 'https://a.test/x/noble.img')).toBeUndefined();
});

it('tells an address from a file', () => {
  expect(['https://a.test/b.img', 'C:\\b.img', './http.img'].map(isAddress)).toEqual([
    true,
    false,
    false,
  ]);
});
