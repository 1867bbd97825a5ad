import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { Failure, lastLine } from '../core/failure';
import { writePrivate } from '../core/machine/private-files';
import { practiceHost } from '../core/practice-machine';
import { practiceHostMissing, practiceHostStopped } from '../core/problems/other-machine';
import { keysIn, knownHostsLines } from '../core/ssh/host-keys';
import type { MachineAccess } from '../core/ssh/machine-access';
import type { DockerClient } from '../docker/engine/client';
import { failureFrom } from '../docker/engine/refusals';

/** How the practice host of a project is reached. Its host key is taken from the container, by the engine of this machine. */
export async function practiceHostAccess(
  project: string,
  client: Pick<DockerClient, 'run'>,
): Promise<MachineAccess> {
  const { user, sshPort: port, privateKey, knownHosts, stack } = practiceHost;
  const identity = join(project, privateKey);
  if (!existsSync(identity)) throw new Failure(practiceHostMissing({}));
  const keys = await hostKeysIn(client);
  const known = join(project, knownHosts);
  const lines = knownHostsLines(stack, keys);
  const before = await readFile(known, 'utf8').catch(() => '');
  if (before !== lines) await writePrivate(known, lines);
  return { target: { user, host: '127.0.0.1', port }, identity, knownHosts: known };
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
  if (keys.length === 0) throw new Failure(practiceHostMissing({ said: `no ${hostKeys}` }));
  return keys;
}
