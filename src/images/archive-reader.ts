import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { extract, type Header, type Pack } from 'tar-stream';
import { ArchiveError, indexFiles, namesIn, type IndexFile } from './archive-names';

/** Bytes that an index file may have, entries that an archive may have, and characters of a name. */
const limit = { index: 1_048_576, entries: 20_000, name: 4_096 };

/**
 * The names of all images that an archive would bring, each once; throws `ArchiveError` for what is no archive of images.
 * With a pack, each entry is written there as it was read, so that the engine reads the same.
 */
export async function archiveNames(path: string, onto?: Pack): Promise<string[]> {
  await refuseCompressed(path);
  const indexes: Index[] = [];
  let entries = 0;
  const reader = extract();
  reader.on('entry', (header, stream, next) => {
    entries += 1;
    // The reader fails too, and gives the reason.
    stream.on('error', () => undefined);
    takeEntry(header, stream as AsyncIterable<Buffer>, entries, onto).then((index) => {
      if (index) indexes.push(index);
      next();
    }, next);
  });
  await pipeline(createReadStream(path), reader).catch((error: NodeJS.ErrnoException) => {
    if (error instanceof ArchiveError || error.syscall) throw error;
    throw new ArchiveError('no-archive');
  });
  if (indexes.length === 0) throw new ArchiveError('no-index');
  const names = indexes.flatMap(({ file, text }) => namesIn(file, text.toString()));
  return [...new Set(names)].sort();
}

interface Index {
  readonly file: IndexFile;
  readonly text: Buffer;
}

async function takeEntry(
  { name, type, size = 0, linkname }: Header,
  stream: AsyncIterable<Buffer>,
  count: number,
  onto?: Pack,
): Promise<Index | undefined> {
  if (count > limit.entries) throw new ArchiveError('too-large', `${limit.entries} entries`);
  const unusual = new ArchiveError('form', JSON.stringify(name.slice(0, 80)));
  if (Math.max(name.length, linkname?.length ?? 0) > limit.name) throw unusual;
  const file = indexOf(name);
  if (type === 'file') {
    if (file && size > limit.index) throw new ArchiveError('too-large', file);
    const text = file && (await buffer(stream));
    const entry = onto?.entry({ name, type, size });
    if (text) entry?.end(text);
    else if (entry) await pipeline(stream, entry);
    else for await (const chunk of stream) void chunk;
    return file && text && { file, text };
  }
  // A link in place of an index file could lead to an unchecked file. Only files have contents.
  const isKnown = type === 'directory' || type === 'symlink' || type === 'link';
  if (!isKnown || file || size > 0) throw unusual;
  onto?.entry({ name, type, ...(linkname ? { linkname } : {}) });
  return undefined;
}

// In every folder, because a link may make another folder the first one.
function indexOf(path: string): IndexFile | undefined {
  const last = path.replaceAll('\\', '/').split('/').filter(Boolean).at(-1)?.toLowerCase();
  return indexFiles.find((file) => file === last);
}

const packers = ['1f8b', '425a68', 'fd377a58', '28b52ffd'];

async function refuseCompressed(path: string): Promise<void> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    const start = buffer.subarray(0, bytesRead).toString('hex');
    if (packers.some((packer) => start.startsWith(packer))) throw new ArchiveError('compressed');
  } finally {
    await file.close();
  }
}
