import { isoImage } from './iso';

const sector = 2_048;
const files = [
  { name: 'user-data', content: Buffer.from('#cloud-config\n') },
  { name: 'meta-data', content: Buffer.alloc(5_000, 'x') },
];

/** The records of the root folder, as a system reads them: name, first sector, size. */
function recordsOf(image: Buffer) {
  const found: { name: string; start: number; size: number }[] = [];
  const root = image.readUInt32LE(16 * sector + 156 + 2) * sector;
  for (let at = root; image[at] !== 0; at += image[at] ?? 1)
    found.push({
      name: image.toString('latin1', at + 33, at + 33 + (image[at + 32] ?? 0)),
      start: image.readUInt32LE(at + 2),
      size: image.readUInt32LE(at + 10),
    });
  return found;
}

it('is a CD with the label that cloud-init looks for', () => {
  const image = isoImage('cidata', files);
  expect(image.toString('latin1', 16 * sector, 16 * sector + 6)).toBe('\x01CD001');
  expect(image.toString('latin1', 16 * sector + 40, 16 * sector + 72).trim()).toBe('cidata');
  expect(image.length).toBe(image.readUInt32LE(16 * sector + 80) * sector);
});

it('has each file under its own name, whole and at a sector of its own', () => {
  const image = isoImage('cidata', files);
  const records = recordsOf(image).filter(({ name }) => name.length > 1);
  expect(records.map(({ name }) => name)).toEqual(['meta-data;1', 'user-data;1']);
  for (const { name, start, size } of records) {
    const { content } = files.find((file) => `${file.name};1` === name) ?? { content: Buffer.of() };
    expect(image.subarray(start * sector, start * sector + size)).toEqual(content);
  }
});

it('refuses more files than its root folder holds', () => {
  const many = Array.from({ length: 50 }, (_, index) => ({
    name: `file-with-a-long-name-${String(index)}`,
    content: Buffer.of(),
  }));
  expect(() => isoImage('cidata', many)).toThrow('too many files');
});
