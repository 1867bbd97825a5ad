import { statesOf, type EngineState } from '../src/docker/model/exercise';
import type { DockerExercise } from '../src/docker/model/exercise';

/** Everything in the setup, the transient state and the solution of a lab; when two states have the same name, the later one counts. */
export function stackState(lab: DockerExercise): Required<Omit<EngineState, 'files'>> {
  const states = statesOf(lab);
  return {
    services: Object.assign({}, ...states.map(({ services }) => services)),
    networks: Object.assign({}, ...states.map(({ networks }) => networks)),
    volumes: Object.assign({}, ...states.map(({ volumes }) => volumes)),
    images: states.flatMap(({ images }) => images ?? []),
  };
}
