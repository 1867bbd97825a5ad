import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { Failure, lastLine } from '../core/failure';
import { writePrivate } from '../core/machine/private-files';
import { practiceHost } from '../core/practice-machine';
import {
  practiceHostMissing,
  practiceHostStopped,
  practiceHostUnready,
} from '../core/problems/other-machine';
import { keysIn, knownHostsLines } from '../core/ssh/host-keys';
import type { MachineAccess } from '../core/ssh/machine-access';
import type { DockerClient } from '../docker/engine/client';
import { failureFrom } from '../docker/engine/refusals';

/** How the practice host of a project is reached. Its host key is taken from the container, by the engine of this machine; throws `practice-host-missing` only where that engine has no such container. */
export async function practiceHostAccess(
  project: string,
  client: Pick<DockerClient, 'run'>,
): Promise<MachineAccess> {
  const { user, sshPort: port, privateKey, knownHosts, stack, container } = practiceHost;
  const identity = join(project, privateKey);
  const keys = await hostKeysIn(client);
  if (!existsSync(identity))
    throw new Failure(practiceHostUnready({ container, isKeyMissing: true }));
  const known = join(project, knownHosts);
  const lines = knownHostsLines(stack, keys);
  const before = await readFile(known, 'utf8').catch(() => '');
  if (before !== lines) await writePrivate(known, lines);
  return { target: { user, host: '127.0.0.1', port }, identity, knownHosts: known };
}

/** Whether the engine of this machine has the practice host, whatever its state. */
export async function hasPracticeHost(client: Pick<DockerClient, 'run'>): Promise<boolean> {
  const { code } = await client.run(['container', 'inspect', practiceHost.container]);
  return code === 0;
}

async function hostKeysIn(client: Pick<DockerClient, 'run'>): Promise<string[]> {
  const { container, hostKeys } = practiceHost;
  const words = ['exec', container, 'sh', '-c', `cat ${hostKeys}`];
  const { code, stdout, stderr } = await client.run(words);
  const said = lastLine(stderr);
  if (/no such container/i.test(said)) throw new Failure(practiceHostMissing({ said }));
  if (/is not running|is paused/i.test(said)) throw new Failure(practiceHostStopped({ container }));
  if (code !== 0) throw failureFrom(stderr, { command: `docker exec ${container}` });
  const keys = keysIn(stdout);
  if (keys.length === 0) throw new Failure(practiceHostUnready({ container, isKeyMissing: false }));
  return keys;
}
