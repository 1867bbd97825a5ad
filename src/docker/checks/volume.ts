import { inFolder } from '../../core/machine/in-folder';
import { distance } from 'fastest-levenshtein';
import type { EngineSnapshot } from '../engine/facts';
import type { Tree } from '../engine/tree';
import type { DockerCheck, DockerContext } from './check';
import type { Problem } from '../../core/problem';
import { repositoryOf } from '../../core/image-name';
import * as problems from '../problems/volume';
import { fileProblem } from '../../core/checks/reader-file';

/** The volume is there and has files in it. */
export function volumeHasFiles(subject: string, volume: string): DockerCheck {
  return {
    subject,
    title: () => ({
      ko: `\`${volume}\` 볼륨 안의 파일`,
      en: `The volume \`${volume}\` has files in it`,
    }),
    async run(context) {
      const tree = await volumeFiles(context, volume);
      return Array.isArray(tree) ? tree : [];
    },
  };
}

/** The archive in the reader's folder holds what the volume holds; a folder around all of it does not matter. */
export function archiveHoldsVolume(file: string, volume: string): DockerCheck {
  return {
    subject: file,
    title: () => ({
      ko: `\`${volume}\` 볼륨을 \`${file}\` 파일로 백업`,
      en: `\`${file}\` holds what is in the volume \`${volume}\``,
    }),
    async run(context) {
      const archive = await archiveFiles(context, file);
      if (Array.isArray(archive)) return archive;
      const source = await volumeFiles(context, volume);
      if (Array.isArray(source)) return source;
      return difference(volume, source, file, withoutFolder(archive, source));
    },
  };
}

/** The second volume holds what the archive and the first one hold. */
export function volumeIsRestored(file: string, first: string, second: string): DockerCheck {
  return {
    subject: file,
    title: () => ({
      ko: `\`${file}\` 파일을 \`${second}\` 볼륨에 복원`,
      en: `The volume \`${second}\` holds what is in \`${file}\``,
    }),
    async run(context) {
      const restored = await volumeFiles(context, second);
      if (Array.isArray(restored)) return restored;
      const source = await volumeFiles(context, first);
      if (Array.isArray(source)) return source;
      const flat = withoutFolder(restored, source);
      if (flat !== restored && difference(first, source, second, flat).length === 0) {
        const folder = commonFolder(restored);
        return [problems.filesNested({ volume: second, folder })];
      }
      return difference(file, source, second, restored);
    },
  };
}

async function archiveFiles(context: DockerContext, file: string): Promise<Tree | Problem[]> {
  const problem = await fileProblem(context, file);
  if (problem) return [problem];
  const { dir, engine } = context;
  const tree = await engine.contents.ofArchive(inFolder(dir, file));
  if (!tree) return [problems.archiveUnreadable({ file, dir })];
  return tree.size === 0 ? [problems.archiveEmpty({ file })] : tree;
}

async function volumeFiles({ engine }: DockerContext, volume: string): Promise<Tree | Problem[]> {
  const volumes = [...(await engine.volumes()).keys()];
  if (!volumes.includes(volume)) {
    const near = volumes.find((other) => distance(other, volume) <= 2 && !isBookName(other));
    return [problems.volumeMissing({ volume, similar: near ?? '' })];
  }
  const tree = await engine.contents.ofVolume(volume, await anyImage(engine));
  return tree.size === 0 ? [problems.volumeEmpty({ volume })] : tree;
}

// The name of another volume of the book is no typing error.
function isBookName(volume: string): boolean {
  return /^[a-z]+000vol\d+$/.test(volume);
}

async function anyImage(engine: EngineSnapshot): Promise<string> {
  const images = await engine.images();
  const small = images.find(({ reference }) => repositoryOf(reference) === 'busybox');
  return (small ?? images[0])?.id ?? 'busybox';
}

function commonFolder(tree: Tree): string {
  const [first = '', ...others] = tree.keys();
  // The folder ends with its slash. Each path outside the folder makes it shorter.
  let folder = first.slice(0, first.lastIndexOf('/') + 1);
  for (const path of others)
    while (!path.startsWith(folder))
      folder = folder.slice(0, folder.lastIndexOf('/', folder.length - 2) + 1);
  return folder.slice(0, -1);
}

/** A tree without the folders around all of it, unless the other tree has a path in common with it. */
function withoutFolder(tree: Tree, other: Tree): Tree {
  if ([...other.keys()].some((path) => tree.has(path))) return tree;
  const folder = commonFolder(tree);
  if (!folder) return tree;
  return new Map([...tree].map(([path, content]) => [path.slice(folder.length + 1), content]));
}

function difference(one: string, first: Tree, other: string, second: Tree): Problem[] {
  const missing = [...first.keys()].filter((path) => !second.has(path));
  const extra = [...second.keys()].filter((path) => !first.has(path));
  const different = [...first.keys()].filter(
    (path) => second.has(path) && second.get(path) !== first.get(path),
  );
  if (missing.length + extra.length + different.length === 0) return [];
  const shown = (paths: readonly string[]) =>
    paths.length > 5 ? `${paths.slice(0, 5).join(', ')}, …` : paths.join(', ');
  return [
    problems.filesDiffer({
      one,
      other,
      missing: shown(missing),
      extra: shown(extra),
      different: shown(different),
    }),
  ];
}
