import type { Tree } from '../../engine/tree';
import type { DockerContext } from '../check';
import { archiveHoldsVolume } from './volume';

/** A stand-in for an archive and a volume that hold these paths, each with a content of its own. */
function standIn(archive: readonly string[], volume: readonly string[]): DockerContext {
  const treeOf = (paths: readonly string[]): Tree =>
    new Map(paths.map((path) => [path, path.split('/').at(-1) ?? '']));
  return {
    dir: '/home/a',
    lab: { platform: 'docker', id: 'a', steps: [] },
    files: { kind: async () => 'file', bytes: async () => Buffer.from('a') },
    engine: {
      volumes: async () => new Map([['v', {}]]),
      images: async () => [],
      contents: { ofArchive: async () => treeOf(archive), ofVolume: async () => treeOf(volume) },
    },
  } as unknown as DockerContext;
}

const judge = (archive: readonly string[], volume: readonly string[]) =>
  archiveHoldsVolume('a.tar', 'v').run(standIn(archive, volume));

it.each([
  ['no folder', ['a', 'b/c'], ['a', 'b/c']],
  ['a folder', ['x/a', 'x/b/c'], ['a', 'b/c']],
  ['a folder in a folder', ['x/y/a', 'x/y/b/c'], ['a', 'b/c']],
  ['a folder, of which the first path is in a deeper one', ['x/b/c', 'x/a'], ['a', 'b/c']],
  ['the folder of its only file', ['x/a'], ['a']],
])('an archive with %s around all holds what the volume holds', async (_what, archive, volume) => {
  expect(await judge(archive, volume)).toEqual([]);
});

it.each([
  ['a folder around a part', ['x/a', 'b/c'], ['a', 'b/c']],
  ['folders that begin alike', ['x/a', 'xy/b'], ['a', 'b']],
])('an archive with %s holds something else', async (_what, archive, volume) => {
  expect(await judge(archive, volume)).toMatchObject([{ code: 'files-differ' }]);
});

it('reports an archive with a hundred thousand nested folders', async () => {
  const problems = await judge(['q/a'.repeat(100_000), 'zz'], ['a']);
  expect(problems).toMatchObject([{ code: 'files-differ' }]);
});
