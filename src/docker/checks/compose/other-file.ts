import { withExpected, type Problem } from '../../../core/problem';
import { nowhere } from '../../../core/problems/file-place';
import { partsOf } from '../../../core/repair/parts';
import { composeFile } from '../../model/compose-file';
import type { EngineState } from '../../model/exercise';
import { fileMissing, otherFile } from '../../problems/compose/file';
import { asked } from './expected';

/** The Compose file of an exercise. */
export interface ExerciseFile {
  readonly lab: string;
  /** Where it stands, in the reader's folder. */
  readonly path: string;
  readonly state: EngineState;
}

/** A file of the reader's, and the exercise's file that it should be. */
export interface JudgedFile {
  readonly file: string;
  readonly dir: string;
  readonly source: string;
  readonly wanted: EngineState;
  readonly path: string;
}

/** The problem of a file that is another exercise's: it has all of that one's services, and names none of its own. */
export function otherFileProblem(
  { file, dir, source, wanted, path }: JudgedFile,
  others: readonly ExerciseFile[],
): Problem | undefined {
  const own = servicesOf(wanted);
  if (own.some((name) => source.includes(name))) return undefined;
  const keys = new Set(source.split(/\r?\n/).map((line) => partsOf(line).key));
  const other = others.find(({ state }) => servicesOf(state).every((name) => keys.has(name)));
  if (!other) return undefined;
  // In its own place, that file is right, and this exercise's is still to be written.
  if (other.path === file)
    return fileMissing({ file: path, dir, similar: '', name: '', ...nowhere });
  const services = servicesOf(other.state).join(', ');
  const problem = otherFile({
    file,
    lab: other.lab,
    found: services,
    wanted: own.join(', '),
    proper: other.path,
  });
  return withExpected(problem, composeFile(asked(wanted)).trimEnd().split('\n'));
}

const servicesOf = ({ services = {} }: EngineState): string[] => Object.keys(services);
