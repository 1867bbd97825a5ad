import { repositoryOf } from '../../core/image-name';
import type { Problem } from '../../core/problem';
import type { ContainerFacts, EngineSnapshot } from '../engine/facts';
import type { DockerExercise } from '../model/exercise';
import { serviceOf } from '../model/service';
import { memoryProblem } from './exit/memory';

/** The problem of a container under another name, from the service's image, that the system ended for want of memory. */
export async function endedInstead(
  lab: DockerExercise,
  name: string,
  containers: readonly ContainerFacts[],
  engine: EngineSnapshot,
): Promise<Problem | undefined> {
  const service = serviceOf(lab, name);
  for (const container of containers.filter((one) => hasEnded(one, service.image))) {
    const log = await engine.log(container.name);
    const problem = await memoryProblem(container, service, engine, log, name);
    if (problem) return problem;
  }
  return undefined;
}

function hasEnded({ image, state }: ContainerFacts, wanted: string): boolean {
  return state.status === 'exited' && repositoryOf(image) === repositoryOf(wanted);
}
