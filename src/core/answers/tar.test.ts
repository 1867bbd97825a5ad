import { Readable } from 'node:stream';
import { pack, type Header } from 'tar-stream';

import { LongName, readTar, TooMuch } from './tar';

type Entry = Pick<Header, 'name'> & Partial<Header>;

function archiveOf(...headers: readonly Entry[]): Readable {
  const tar = pack();
  for (const header of headers) tar.entry(header, '');
  tar.finalize();
  return Readable.from(tar);
}

const mostBytes = 2 ** 25;

it('reads names as long as a path may be, without `./` and `/` at their beginning', async () => {
  const name = `${'a/'.repeat(2_000)}b`;
  const tar = archiveOf({ name: `././${name}` }, { name: '/c' }, { name: './/d' });
  const tree = await readTar(tar, [], mostBytes);
  expect([...tree.keys()]).toEqual([name, 'c', 'd']);
});

it.each<[string, Entry]>([
  ['name', { name: 'q/a'.repeat(2_000) }],
  ['name of dots', { name: `${'./'.repeat(3_000)}a` }],
  ['target of a link', { name: 'a', type: 'symlink', linkname: 'q'.repeat(5_000) }],
])('refuses an archive with a %s that is too long for any system', async (_what, header) => {
  const read = readTar(archiveOf({ name: 'a' }, header), [], mostBytes);
  await expect(read).rejects.toBeInstanceOf(LongName);
});

it('refuses an archive of more bytes than the limit', async () => {
  const read = readTar(archiveOf({ name: 'a' }, { name: 'b' }), [], 1_024);
  await expect(read).rejects.toBeInstanceOf(TooMuch);
});
