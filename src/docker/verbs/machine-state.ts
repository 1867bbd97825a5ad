import { composeFailure } from '../engine/diagnosis';
import { dockerRaw } from '../engine/client';
import { Failure } from '../../core/failure';
import { failureFrom } from '../engine/refusals';

/** What an engine for the labs needs, and the first thing that is missing. */
export type MachineState =
  'ready' | 'docker-missing' | 'engine-stopped' | 'socket-denied' | 'compose-missing';

/** Whether docker, its engine and Compose answer here; throws what else was said where nobody can tell. */
export async function lookAtMachine(): Promise<MachineState> {
  try {
    const [engine, compose] = await Promise.all([
      dockerRaw(['version', '--format', '{{.Server.Version}}']),
      dockerRaw(['compose', 'version', '--short']),
    ]);
    if (engine.code !== 0) throw failureFrom(engine.stderr, { command: 'docker version' });
    if (compose.code !== 0) throw composeFailure(compose.stderr);
    return 'ready';
  } catch (error) {
    const state = error instanceof Failure ? states[error.code] : undefined;
    if (state) return state;
    throw error;
  }
}

// Whatever else is said, or nothing, does not tell that something is missing.
const states: Readonly<Record<string, MachineState>> = {
  'program-missing': 'docker-missing',
  'engine-not-running': 'engine-stopped',
  'socket-denied': 'socket-denied',
  'compose-missing': 'compose-missing',
};
