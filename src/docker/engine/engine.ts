import { answerLimit } from '../../core/answers/answer';
import { ask, askOnceHere } from '../../core/answers/http';
import { answerTime } from '../../core/answers/question';
import { Failure } from '../../core/failure';
import { EngineApi } from './api';
import { DockerClient } from './client';
import { connectionTo } from './connection';
import { openContents } from './contents';
import { findEndpoint, publishedHost } from './endpoint';
import type { EngineSnapshot } from './facts';
import { refusePodman } from './podman';
import { takeSnapshot, type EngineWays } from './snapshot';
import { archiveTree } from './tree';
import { engineNotAnswering } from '../problems/engine';

/** One Docker Engine, of this machine or another one: all that is asked of it goes through here. */
export interface Engine extends EngineWays {
  /** Where it listens. */
  readonly endpoint: string;
  /** The engine as it is from now on; an earlier snapshot does not change. */
  snapshot(): EngineSnapshot;
}

/** Puts an engine together. */
export function engineOf(endpoint: string, ways: EngineWays): Engine {
  return { ...ways, endpoint, snapshot: () => takeSnapshot(ways, endpoint) };
}

const treeLimits = { bytes: 512 * 2 ** 20, time: answerTime * 30 };

/** Opens the engine of this machine's docker client; asks it nothing yet. */
export async function openEngine(client = new DockerClient()): Promise<Engine> {
  const endpoint = await findEndpoint(client);
  const host = publishedHost(endpoint.url);
  const api = new EngineApi(connectionTo(endpoint), {
    limit: answerLimit.api,
    silence: (question, seconds) => new Failure(engineNotAnswering({ question, seconds })),
    explain: () => versionOf(client),
  });
  const ofArchive = (path: string) => archiveTree(path, treeLimits);
  const ways = { api, client, host, ask, askOnce: askOnceHere, ofArchive, limits: treeLimits };
  return engineOf(endpoint.url, {
    host,
    isLocal: host === 'localhost' || host === '127.0.0.1',
    api,
    client,
    contents: openContents(ways),
  });
}

/** The version of the engine; throws why it cannot be asked, in the words of the docker client. */
export async function versionOf(client: DockerClient): Promise<string> {
  await refusePodman(client);
  return client.need(['version', '--format', '{{.Server.Version}}']);
}
