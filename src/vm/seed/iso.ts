/** A file of an image of a CD. */
export interface IsoFile {
  readonly name: string;
  readonly content: Buffer;
}

const sector = 2_048;
/** The sectors of the volume's description, of its end, of the two path tables and of the root folder. */
const at = { volume: 16, end: 17, littleTable: 18, bigTable: 19, root: 20, files: 21 } as const;
const flags = { file: 0, folder: 2 } as const;

/**
 * A CD (ISO 9660) with some files in its root folder. The names are kept as they are, which the standard
 * does not allow and every Linux reads: cloud-init looks for `user-data`.
 */
export function isoImage(label: string, files: readonly IsoFile[]): Buffer {
  const starts: number[] = [];
  let next: number = at.files;
  for (const { content } of files) {
    starts.push(next);
    next += sectorsOf(content.length);
  }
  const image = Buffer.alloc(next * sector);
  const folder = rootFolder(files, starts);
  if (folder.length > sector) throw new Error('too many files for one sector of the root folder');
  volume(label, next).copy(image, at.volume * sector);
  image.write('\xffCD001\x01', at.end * sector, 'latin1');
  pathTable('little').copy(image, at.littleTable * sector);
  pathTable('big').copy(image, at.bigTable * sector);
  folder.copy(image, at.root * sector);
  files.forEach(({ content }, index) => content.copy(image, (starts[index] ?? 0) * sector));
  return image;
}

const sectorsOf = (bytes: number) => Math.max(1, Math.ceil(bytes / sector));

function rootFolder(files: readonly IsoFile[], starts: readonly number[]): Buffer {
  const own = [
    entry('\0', at.root, sector, flags.folder),
    entry('\x01', at.root, sector, flags.folder),
  ];
  const named = files.map(({ name, content }, index) => ({
    name: `${name};1`,
    start: starts[index] ?? 0,
    size: content.length,
  }));
  named.sort((one, other) => (one.name < other.name ? -1 : 1));
  return Buffer.concat([
    ...own,
    ...named.map(({ name, start, size }) => entry(name, start, size, flags.file)),
  ]);
}

/** A record of a folder. */
function entry(name: string, start: number, size: number, flag: number): Buffer {
  const record = Buffer.alloc(33 + name.length + ((name.length + 1) % 2));
  record[0] = record.length;
  both32(record, 2, start);
  both32(record, 10, size);
  // The date: any will do, and a fixed one keeps the image the same.
  Buffer.from([126, 1, 1, 0, 0, 0, 0]).copy(record, 18);
  record[25] = flag;
  both16(record, 28, 1);
  record[32] = name.length;
  record.write(name, 33, 'latin1');
  return record;
}

function volume(label: string, sectors: number): Buffer {
  const text = Buffer.alloc(sector);
  text.write('\x01CD001\x01', 0, 'latin1');
  text.fill(' ', 8, 72);
  text.write(label, 40, 'latin1');
  both32(text, 80, sectors);
  both16(text, 120, 1);
  both16(text, 124, 1);
  both16(text, 128, sector);
  both32(text, 132, pathTable('little').length);
  text.writeUInt32LE(at.littleTable, 140);
  text.writeUInt32BE(at.bigTable, 148);
  entry('\0', at.root, sector, flags.folder).copy(text, 156);
  text.fill(' ', 190, 813);
  for (const start of [813, 830, 847, 864]) text.write('0'.repeat(16), start, 'latin1');
  text[881] = 1;
  return text;
}

function pathTable(order: 'little' | 'big'): Buffer {
  const table = Buffer.alloc(10);
  table[0] = 1;
  if (order === 'little') {
    table.writeUInt32LE(at.root, 2);
    table.writeUInt16LE(1, 6);
  } else {
    table.writeUInt32BE(at.root, 2);
    table.writeUInt16BE(1, 6);
  }
  return table;
}

/** A number in both orders of bytes, as the standard wants it. */
function both32(to: Buffer, offset: number, value: number): void {
  to.writeUInt32LE(value, offset);
  to.writeUInt32BE(value, offset + 4);
}

function both16(to: Buffer, offset: number, value: number): void {
  to.writeUInt16LE(value, offset);
  to.writeUInt16BE(value, offset + 2);
}
