import { setTimeout as delay } from 'node:timers/promises';

import { exercises } from '../../../../labs/exercises';
import { Failure } from '../../../core/failure';
import { freePort } from '../../../core/machine/ports';
import { namesIn } from '../../../core/shell/command';
import { publishes } from '../../../docker/checks/port-problem';
import type { ContainerFacts, EngineSnapshot } from '../../../docker/engine/facts';
import { labLabel } from '../../../docker/model/compose';
import { isCarrier, vmPortTaken } from '../../../vm/problems/ports';
import { portsIn, upAgain } from './again';
import { bookPorts, type UpFlags } from './wishes';

/** The same error; where ports are taken, it names the containers that have them, and the command as it was typed. */
export async function namingContainers(
  error: unknown,
  flags: UpFlags,
  engine: () => Promise<EngineSnapshot | undefined> = localEngine,
): Promise<unknown> {
  if (!(error instanceof Failure) || error.code !== 'vm-port-taken') return error;
  const { port = '', by = '', folder = '' } = error.values;
  const taken = portsIn(port);
  const containers = await holding(taken, engine);
  const names = containers.map(({ name }) => name);
  const loose = containers.filter((one) => labOf(one) === undefined).map(({ name }) => name);
  const programs = namesIn(by).filter((one) => names.length === 0 || !isCarrier(one));
  return new Failure(
    vmPortTaken({
      port,
      by: programs.join(', '),
      folder,
      containers: names.join(', '),
      labs: [...new Set(containers.flatMap((one) => labOf(one) ?? []))].join(', '),
      alone: loose.join(', '),
      again: upAgain(flags, taken, bookPorts(), await freePort()),
    }),
  );
}

/** How long the engine may need for its answer, in milliseconds. */
const patience = 10_000;

/** The containers of this machine's engine that have one of the ports; none where it does not answer. */
async function holding(
  ports: readonly number[],
  engine: () => Promise<EngineSnapshot | undefined>,
): Promise<ContainerFacts[]> {
  const asked = engine().then((found) => found?.containers());
  const late = delay(patience, undefined, { ref: false });
  const all = await Promise.race([asked.catch(() => undefined), late]);
  return [...(all?.values() ?? [])].filter((one) => ports.some((port) => publishes(one, port)));
}

async function localEngine(): Promise<EngineSnapshot | undefined> {
  const { openEngine } = await import('../../../docker/engine/engine');
  const snapshot = (await openEngine()).snapshot();
  return snapshot.isLocal ? snapshot : undefined;
}

/** The lab that made a container. */
function labOf({ labels }: ContainerFacts): string | undefined {
  return exercises.find(({ id }) => id === labels[labLabel])?.id;
}
