import { createHash } from 'node:crypto';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { extract } from 'tar-stream';

/** Files by their path, each with a text that identifies its content; folders appear only in the paths. */
export type Tree = ReadonlyMap<string, string>;

/** How many entries of an archive are read, and how long a name in it may be, because the reader keeps the names in memory. */
const limits = { entries: 20_000, name: 4_096 };

/** The failure for an archive that is larger than the limit. */
export class TooMuch extends Error {}

/** The failure for a name that is longer than a path of any system. */
export class LongName extends Error {}

/** Reads a tar archive of at most so many bytes, counted after unpacking; throws `TooMuch` or `LongName`, and other errors when it is no archive. */
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

/** Lets at most so many bytes through. */
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
