import { createHash } from 'node:crypto';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { extract } from 'tar-stream';

/** Files by their path, with what tells their contents apart; folders show in the paths only. */
export type Tree = ReadonlyMap<string, string>;

/** How many entries of an archive are read, and how long a name in it may be: its reader keeps what an entry says of itself. */
const limits = { entries: 20_000, name: 4_096 };

/** The failure of an archive that is larger than what is read. */
export class TooMuch extends Error {}

/** The failure of a name that is longer than a path of any system. */
export class LongName extends Error {}

/** Reads a tar archive, unpacked on its way, of at most so many bytes; throws `TooMuch` or `LongName`, and other errors where it is no archive. */
export async function readTar(
  source: Readable,
  unpack: readonly NodeJS.ReadWriteStream[],
  mostBytes: number,
): Promise<Tree> {
  const tree = new Map<string, string>();
  const reader = extract();
  reader.on('entry', (header, stream, next) => {
    const hash = createHash('sha256');
    stream.on('data', (chunk) => hash.update(chunk as Buffer));
    stream.on('error', next);
    stream.on('end', () => {
      const { name, linkname, type } = header;
      if (Math.max(name.length, linkname?.length ?? 0) > limits.name)
        return next(new LongName(`a name of more than ${limits.name} characters`));
      const content = linkname ? `-> ${linkname}` : hash.digest('hex');
      if (type !== 'directory') tree.set(name.replace(/^(?:\.?\/)+/, ''), content);
      next(tree.size > limits.entries ? new TooMuch() : undefined);
    });
  });
  await pipeline([source, ...unpack, measured(mostBytes), reader]);
  return tree;
}

/** Lets through as much as is read. */
function measured(mostBytes: number): Transform {
  let left = mostBytes;
  return new Transform({
    transform(chunk: Buffer, _encoding, next) {
      left -= chunk.length;
      if (left < 0) next(new TooMuch());
      else next(null, chunk);
    },
  });
}
