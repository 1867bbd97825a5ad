import type { Watch } from '@kubernetes/client-node';

import { parseJson } from '../../core/answers/json';
import { Failure } from '../../core/failure';
import type { Run } from '../../core/machine/process';
import { followedChange } from './forms';
import type { Followed } from './objects';
import type { ClusterTarget } from './target';

/** One look at the changes of a path of the API, until its connection ends. */
export interface Looking {
  readonly path: string;
  /** The latest change that is known; empty for all that is there. */
  readonly since: string;
  readonly signal: AbortSignal;
  readonly onOpen: () => void;
  readonly onChange: (phase: string, object: Followed) => void;
}

/** Reports changes until the connection ends; throws when the machine of the cluster is no longer reached. */
export type Watcher = (looking: Looking) => Promise<void>;

/** How the changes of a cluster are heard of: from its API, or by the kubectl of the machine that is meant. */
export async function watcherOf({ context, run }: ClusterTarget): Promise<Watcher> {
  if (run) return (looking) => watchThere(run, context, looking);
  const { KubeConfig, Watch } = await import('@kubernetes/client-node');
  const config = new KubeConfig();
  config.loadFromDefault();
  config.setCurrentContext(context);
  const watch = new Watch(config);
  return (looking) => watchHere(watch, looking);
}

function watchHere(watch: Watch, looking: Looking): Promise<void> {
  const { path, since, signal, onOpen, onChange } = looking;
  const from = since === '' ? {} : { resourceVersion: since };
  return new Promise((resolve) => {
    void watch
      .watch(path, from, onChange, () => resolve())
      .then((connection) => {
        onOpen();
        signal.addEventListener('abort', () => connection.abort(), { once: true });
      }, resolve);
  });
}

/** How long, in seconds, the cluster keeps one connection: a kubectl that nobody hears any more ends with it. */
const connectionTime = 60;
/** How many bytes one connection may bring. */
const mostChanges = 32 * 2 ** 20;

async function watchThere(run: Run, context: string, looking: Looking): Promise<void> {
  const { path, since, signal, onOpen, onChange } = looking;
  const from = since === '' ? '' : `&resourceVersion=${encodeURIComponent(since)}`;
  const question = `${path}?watch=1&timeoutSeconds=${connectionTime}${from}`;
  const words = ['--context', context, 'get', '--raw', question];
  const onLine = (line: string) => {
    const change = changeIn(line);
    if (change) onChange(change.type, change.object);
  };
  // The cluster reports all changes since the known one, whenever the connection is there.
  onOpen();
  try {
    const { code } = await run('kubectl', words, { signal, onLine, limit: mostChanges });
    if (code !== 0) onChange('ERROR', {} as Followed);
  } catch (error) {
    if (signal.aborted || !(error instanceof Failure)) return;
    if (error.code.startsWith('ssh-')) throw error;
  }
}

/** The change that a line tells; undefined for a line of another form. */
function changeIn(line: string): { readonly type: string; readonly object: Followed } | undefined {
  try {
    const said = parseJson(line);
    const { data } = followedChange.safeParse(said);
    const { type } = (said ?? {}) as { readonly type?: unknown };
    // An error has no object: the cluster has forgotten the change from which on it was asked.
    if (type === 'ERROR') return { type, object: {} as Followed };
    // The form checks what is read of a change. The API's own types describe the rest.
    return data as { type: string; object: Followed } | undefined;
  } catch {
    return undefined;
  }
}
