import type { MachineContext } from '../../core/check';
import { Failure } from '../../core/failure';
import type { Problem } from '../../core/problem';
import type { UnixFacts } from '../facts';
import { answerIn, versionWords, type DockerAnswer } from './answer';
import { kindOf, type EngineKind } from './kind';

/** How long the docker client may take, in milliseconds, and how much it may say. */
const limits = { timeout: 30_000, limit: 64 * 1_024 } as const;

/** What was found of Docker on a computer. */
export interface DockerLook {
  readonly client?: DockerAnswer['client'];
  readonly podman?: string | undefined;
  /** The engine that answered. */
  readonly engine?: { readonly kind: EngineKind; readonly version: string; readonly os: string };
  /** What kept an engine from answering; undefined where one did. */
  readonly problem?: Problem;
}

/** Asks the docker client for both versions. */
export async function askDocker(
  run: MachineContext['run'],
  unix: () => Promise<UnixFacts | undefined>,
): Promise<DockerLook> {
  try {
    const [{ stdout, stderr }, there] = await Promise.all([
      run('docker', versionWords, limits),
      unix(),
    ]);
    return await lookIn(answerIn(stdout, stderr), stderr, there);
  } catch (error) {
    if (error instanceof Failure) return { problem: error.problem };
    throw error;
  }
}

/** What an answer of the docker client means on a machine. */
export async function lookIn(
  answer: DockerAnswer,
  stderr: string,
  unix: UnixFacts | undefined,
): Promise<DockerLook> {
  const { client, server, podman } = answer;
  if (podman !== undefined) return { podman };
  if (!server) {
    const { failureFrom } = await import('../../docker/engine/refusals');
    const { problem } = failureFrom(stderr, { command: 'docker version' });
    return { client, problem };
  }
  const kind = kindOf({ ...server, context: client?.context ?? 'default' }, unix);
  return { client, engine: { kind, version: server.version, os: server.os } };
}
