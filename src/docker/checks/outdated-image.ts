import { basename } from 'node:path';
import { composeFileNames } from '../model/compose-paths';
import { namesOf } from '../model/service';
import type { DockerExercise } from '../model/exercise';
import type { DockerContext } from './check';
import type { Problem } from '../../core/problem';
import { repositoryOf } from '../../core/image-name';
import { imageOutdated } from '../problems/image';
import { readerComposeFile } from './compose/readers-file';
import { yamlLimit } from '../../core/checks/reader-file';
import { textOf } from '../../core/checks/text';

/** Images that a lab's containers or the reader's Compose file name, and that nobody maintains any more: no mistake today, but worth a note. */
export async function outdatedImages(
  context: Pick<DockerContext, 'lab' | 'engine' | 'dir' | 'files'>,
): Promise<Problem[]> {
  if (context.lab.platform !== 'docker') return [];
  const named = [...(await imagesInUse(context)), ...(await imagesInFile(context))];
  return [...new Set(named.filter(isOutdated))].map((image) => imageOutdated({ image }));
}

/** MySQL 5, which the book's Compose file pins. */
export function isOutdated(image: string): boolean {
  return repositoryOf(image) === 'mysql' && /:5(?:\.|$)/.test(image);
}

async function imagesInUse({ lab, engine }: Pick<DockerContext, 'lab' | 'engine'>) {
  const containers = await engine.containers();
  return [...namesOf(lab).services.keys()].flatMap((name) => containers.get(name)?.image ?? []);
}

async function imagesInFile({ lab, dir, files }: Pick<DockerContext, 'lab' | 'dir' | 'files'>) {
  const path = composeFileOf(lab);
  if (!path) return [];
  const services = [...namesOf(lab).services.keys()];
  const found = await readerComposeFile(dir, path, services, files);
  // A lab about the file alone has no services to look for in it.
  if (!found || (services.length > 0 && !found.isAbout)) return [];
  const text = textOf(await files.bytes(found.path, yamlLimit));
  return [...text.matchAll(/^[ \t]*image:\s*["']?([^\s"'#]+)/gm)].flatMap(
    (match) => match[1] ?? [],
  );
}

function composeFileOf(lab: DockerExercise): string | undefined {
  if (lab.platform !== 'docker') return undefined;
  const written = Object.keys(lab.solution.files ?? {});
  return lab.composeFile ?? written.find((path) => composeFileNames.includes(basename(path)));
}
