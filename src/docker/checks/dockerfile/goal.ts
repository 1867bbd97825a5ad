import { posix } from 'node:path';

import { instructionsOf } from '../../model/dockerfile';

/** What a Dockerfile has to become: an image with one file of the build folder in it. */
export interface DockerfileGoal {
  readonly base: string;
  /** The file, by its path in the build folder. */
  readonly page: string;
  /** The folder of the image into which it is copied. */
  readonly target: string;
  /** The files that the build folder has. */
  readonly files: ReadonlySet<string>;
}

/** The goal that the Dockerfile of a solution shows. */
export function goalOf(solution: string, files: ReadonlySet<string>): DockerfileGoal {
  const lines = instructionsOf(solution);
  const [base = ''] = lines.find(({ name }) => name === 'FROM')?.words ?? [];
  const [page = '', target = ''] = lines.find(({ name }) => name === 'COPY')?.words ?? [];
  return { base, page, target, files: new Set([...files, page]) };
}

/** Where a file is in the build folder, by the words of `COPY`. */
export function inBuildFolder(source: string): string {
  return posix.join('/', source).slice(1);
}
