import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { composeFileNames } from '../src/docker/model/compose-paths';
import { dockerExercises } from '../labs/docker-exercises';

/** Writes the Compose file of every exercise that has one into a folder of its own, and names the files. */
export function writeComposeFiles(outdir: string): string[] {
  return dockerExercises.flatMap((lab) => {
    const files = Object.entries(lab.solution.files ?? {});
    return files
      .filter(([path]) => composeFileNames.includes(basename(path)))
      .map(([path, text]) => write(join(outdir, 'compose', lab.id, basename(path)), text));
  });
}

function write(path: string, text: string): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return path;
}
