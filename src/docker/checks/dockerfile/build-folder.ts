import { posix } from 'node:path';

import { fileProblem, yamlLimit } from '../../../core/checks/reader-file';
import { decoded, hasNul, textOf } from '../../../core/checks/text';
import { inFolder } from '../../../core/machine/in-folder';
import type { Problem } from '../../../core/problem';
import { fileEncoding } from '../../../core/problems/file';
import { instructionsOf } from '../../model/dockerfile';
import type { DockerContext } from '../check';
import { goalOf, inBuildFolder } from './goal';
import { mistakesIn } from './mending';

/** The files from which an image is built, by their paths in the reader's folder. */
export interface BuildFiles {
  readonly recipe: string;
  readonly page: string;
}

/** What keeps the image from being built as the exercise asks: a file that is missing, or mistakes in the Dockerfile. */
export async function buildProblems(
  context: DockerContext,
  { recipe, page }: BuildFiles,
): Promise<Problem[]> {
  const [first, second] = [await fileProblem(context, recipe), await fileProblem(context, page)];
  if (first && second) return [first, ...otherThan(first, second)];
  if (first ?? second) return [first ?? second].filter((problem) => problem !== undefined);
  const { dir, files, lab } = context;
  const content = await files.bytes(inFolder(dir, recipe), yamlLimit);
  // Any letters will do in a comment, but not those of two bytes.
  if (hasNul(content)) return [fileEncoding({ file: recipe, dir })];
  const text = decoded(content) ?? textOf(content);
  const folder = inFolder(dir, posix.dirname(recipe));
  const own = [...(await files.names(folder)), ...(await deeperFiles(context, folder, text))];
  return mistakesIn(recipe, text, goalOf(lab.solution.files?.[recipe] ?? '', new Set(own)));
}

/** What is left to do for the second of two missing files: the folder of both is made, renamed or gone to only once. */
function otherThan({ values }: Problem, second: Problem): Problem[] {
  const isSame = (['inside', 'misspelt', 'under'] as const).some(
    (name) => values[name] && values[name] === second.values[name],
  );
  if (isSame) return [];
  return [
    { ...second, describe: (machine, other) => second.describe(machine, { needs: '', ...other }) },
  ];
}

/** The files of folders in the build folder that a Dockerfile names. */
async function deeperFiles({ files }: DockerContext, folder: string, text: string) {
  const named = instructionsOf(text)
    .flatMap(({ words }) => words)
    .filter((word) => word.includes('/') && !word.includes('..'))
    .map(inBuildFolder)
    .slice(0, most);
  const found: string[] = [];
  for (const path of named) if (await files.exists(inFolder(folder, path))) found.push(path);
  return found;
}

/** How many paths of a Dockerfile are looked for. */
const most = 20;
