import path, { posix } from 'node:path';
import { fromFolder, inFolder } from '../../../core/machine/in-folder';
import { placeOf } from '../../../core/checks/elsewhere';
import { fileProblem } from '../../../core/checks/reader-file';
import { similarIn } from '../../../core/checks/similar-name';
import type { Problem } from '../../../core/problem';
import { composeFileNames } from '../../model/compose-paths';
import { fileMissing } from '../../problems/compose/file';
import type { DockerContext } from '../check';
import { composeFolders, type ReaderComposeFile } from './readers-file';

type Reading = Pick<DockerContext, 'dir' | 'files'>;

/** Why no Compose file is found: something else has its name, a file has nearly its name, or there is none. */
export async function composeFileProblem(context: Reading, wanted: string): Promise<Problem> {
  const { dir, files } = context;
  if ((await files.kind(inFolder(dir, wanted))) !== 'missing') {
    const problem = await fileProblem(context, wanted);
    if (problem) return problem;
  }
  for (const folder of composeFolders(wanted)) {
    const found = similarOf(await files.names(inFolder(dir, folder)), posix.basename(wanted));
    if (!found) continue;
    const [similar, name] = [found.similar, found.name].map((one) => posix.join(folder, one));
    return fileMissing({ file: wanted, dir, similar: similar ?? '', name: name ?? '' });
  }
  const names = [posix.basename(wanted), ...composeFileNames];
  const place = await placeOf({ dir, files }, wanted, names);
  return fileMissing({ file: wanted, dir, similar: '', name: '', ...place });
}

/** The reader's file lies beside the folder in which the exercise wants it; undefined where it does not, or where the reader works in that folder. */
export async function besideFolder(
  { dir, files }: Reading,
  wanted: string,
  found: ReaderComposeFile,
): Promise<Problem | undefined> {
  const folder = posix.dirname(wanted);
  const elsewhere = found.isAbout ? fromFolder(dir, found.path) : '';
  const isBeside = /^[^\\/]+$/.test(elsewhere);
  if (!isBeside || folder === '.' || path.basename(dir) === folder) return undefined;
  const needs = (await files.kind(inFolder(dir, folder))) === 'missing' ? folder : '';
  return fileMissing({ file: wanted, dir, similar: '', name: '', needs, elsewhere });
}

/** A file with nearly one of the names by which Compose finds its file, and that name. */
function similarOf(names: readonly string[], wanted: string) {
  const found = [...new Set([wanted, ...composeFileNames])].flatMap((name) => {
    const similar = similarIn(names, name);
    return similar === undefined ? [] : [{ similar, name }];
  });
  return found.find(({ similar, name }) => similar.startsWith(`${name}.`)) ?? found[0];
}
