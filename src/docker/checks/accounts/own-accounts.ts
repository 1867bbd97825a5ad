import type { EngineSnapshot } from '../../engine/facts';
import type { DockerExercise } from '../../model/exercise';
import { namesOf } from '../../model/service';
import { ownAccounts } from '../../problems/database';
import type { Problem } from '../../../core/problem';
import { agreedVariables, ownVariables, withVariables } from './agreement';
import { lookupIn } from './given';
import { linksOf } from './links';

/** The exercise with the accounts that the containers have in the place of the book's. */
export async function withOwnAccounts<L extends DockerExercise>(
  lab: L,
  engine: Pick<EngineSnapshot, 'containers'>,
): Promise<L> {
  const { services } = namesOf(lab);
  if (linksOf(services).length === 0) return lab;
  const wanted = agreedVariables(services, lookupIn(await engine.containers()));
  return {
    ...lab,
    setup: withVariables(lab.setup, wanted),
    solution: withVariables(lab.solution, wanted),
  };
}

/** A note that accounts of the reader's own are in the place of the book's, where the checks have accepted them. */
export async function ownAccountNotes(
  book: DockerExercise,
  lab: DockerExercise,
  engine: Pick<EngineSnapshot, 'containers'>,
): Promise<Problem[]> {
  if (lab === book) return [];
  const lookup = lookupIn(await engine.containers());
  const own = ownVariables(namesOf(book).services, namesOf(lab).services, lookup);
  return own.length === 0 ? [] : [ownAccounts({ variables: own.join(', ') })];
}
