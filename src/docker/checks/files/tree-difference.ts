import type { Problem } from '../../../core/problem';
import type { Tree } from '../../engine/tree';
import { filesDiffer } from '../../problems/volume';

/** The folder around everything in a tree, without its slash; empty where there is none. */
export function commonFolder(tree: Tree): string {
  const [first = '', ...others] = tree.keys();
  // The folder ends with its slash. Each path outside the folder makes it shorter.
  let folder = first.slice(0, first.lastIndexOf('/') + 1);
  for (const path of others)
    while (!path.startsWith(folder))
      folder = folder.slice(0, folder.lastIndexOf('/', folder.length - 2) + 1);
  return folder.slice(0, -1);
}

/** A tree without the folders around all of it, unless the other tree has a path in common with it. */
export function withoutFolder(tree: Tree, other: Tree): Tree {
  if ([...other.keys()].some((path) => tree.has(path))) return tree;
  const folder = commonFolder(tree);
  if (!folder) return tree;
  return new Map([...tree].map(([path, content]) => [path.slice(folder.length + 1), content]));
}

/** How what is called `other` differs from `one`; empty where both hold the same. */
export function difference(one: string, first: Tree, other: string, second: Tree): Problem[] {
  const missing = [...first.keys()].filter((path) => !second.has(path));
  const extra = [...second.keys()].filter((path) => !first.has(path));
  const different = [...first.keys()].filter(
    (path) => second.has(path) && second.get(path) !== first.get(path),
  );
  if (missing.length + extra.length + different.length === 0) return [];
  const shown = (paths: readonly string[]) =>
    paths.length > 5 ? `${paths.slice(0, 5).join(', ')}, …` : paths.join(', ');
  return [
    filesDiffer({
      one,
      other,
      missing: shown(missing),
      extra: shown(extra),
      different: shown(different),
    }),
  ];
}
