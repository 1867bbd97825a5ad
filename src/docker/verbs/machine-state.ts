import { DockerClient } from '../engine/client';
import { composeVersion } from '../engine/diagnosis';
import { openEngine, versionOf } from '../engine/engine';
import { Failure } from '../../core/failure';

/** What an engine for the labs needs, and the first thing that is missing. */
export type MachineState =
  'ready' | 'docker-missing' | 'engine-stopped' | 'socket-denied' | 'compose-missing';

/** Whether docker, its engine and Compose answer here; throws any other failure. */
export async function machineState(): Promise<MachineState> {
  const client = new DockerClient();
  const [engine, compose] = await Promise.allSettled([versionOf(client), composeVersion(client)]);
  const failed = [engine, compose].find(({ status }) => status === 'rejected');
  if (failed?.status !== 'rejected') {
    // Throws where the engine runs containers of another system.
    await (await openEngine(client)).api.ask('GET', '/_ping');
    return 'ready';
  }
  const error: unknown = failed.reason;
  const state = error instanceof Failure ? states[error.code] : undefined;
  if (state) return state;
  throw error;
}

// Any other failure, such as silence, does not mean that something is missing.
const states: Readonly<Record<string, MachineState>> = {
  'program-missing': 'docker-missing',
  'engine-not-running': 'engine-stopped',
  'socket-denied': 'socket-denied',
  'compose-missing': 'compose-missing',
};
