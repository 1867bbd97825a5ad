import { posix } from 'node:path';
import type { Files } from '../../core/machine/files';
import { inFolder, parentOf } from '../../core/machine/in-folder';
import type { Begun } from '../../core/machine/records';
import type { Reporter } from '../../core/reporter';
import { writeFiles } from '../../core/verbs/files';
import { readerComposeFile } from '../checks/compose/readers-file';
import { composeFileNames } from '../model/compose-paths';
import type { DockerExercise, EngineState } from '../model/exercise';
import { namesOf } from '../model/service';
import type { Session } from './session';

/** Writes those files of a state that the reader's folder lacks, and remembers them; the reader's own stay as they are. */
export function writeFilesOf(
  lab: DockerExercise,
  state: Pick<EngineState, 'files'>,
  session: Session,
  reporter: Reporter,
): Promise<void> {
  const { dir, outside } = session;
  const readersOwn = (name: string) => ownComposeFile(lab, name, dir, outside.files);
  return writeFiles(lab, state.files ?? {}, session, reporter, readersOwn);
}

/** A Compose file of the reader's that already speaks of the lab, or stands where Compose would find two. */
async function ownComposeFile(
  lab: DockerExercise,
  name: string,
  dir: string,
  files: Files,
): Promise<string | undefined> {
  if (!composeFileNames.includes(posix.basename(name))) return undefined;
  const found = await readerComposeFile(dir, name, [...namesOf(lab).services.keys()], files);
  const isBeside = found && parentOf(found.path) === parentOf(inFolder(dir, name));
  return found && (found.isAbout || isBeside) ? found.path : undefined;
}

/** The files that are there before the reader makes one. */
export async function standingFiles(
  { made }: DockerExercise,
  { dir, outside }: Session,
): Promise<Pick<Begun, 'standing'>> {
  if (!made?.files) return {};
  const found = await outside.files.contents(dir);
  return { standing: found.flatMap(({ identity = [] }) => identity) };
}
