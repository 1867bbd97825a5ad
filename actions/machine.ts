import { dockerRaw } from '../runtime/docker';
import { Failure, failureFrom } from '../runtime/failure';

/** What an engine for the labs needs, and the first thing that is missing. */
export type MachineState =
  'ready' | 'docker-missing' | 'engine-stopped' | 'socket-denied' | 'compose-missing';

/** Whether docker, its engine and Compose answer here. */
export async function lookAtMachine(): Promise<MachineState> {
  try {
    const [engine, compose] = await Promise.all([
      dockerRaw(['version', '--format', '{{.Server.Version}}']),
      dockerRaw(['compose', 'version', '--short']),
    ]);
    if (engine.code !== 0) {
      return failureFrom(engine.stderr).code === 'socket-denied'
        ? 'socket-denied'
        : 'engine-stopped';
    }
    return compose.code === 0 ? 'ready' : 'compose-missing';
  } catch (error) {
    if (error instanceof Failure && error.code === 'program-missing') return 'docker-missing';
    throw error;
  }
}
