import type { DockerLab } from '../lab';
import { hostPortsOf, namesOf } from '../model/service';
import { isOfPort, portProblem, publishes, reservedProblem } from '../checks/port-problem';
import { standsFor } from './owners';
import type { EngineSnapshot } from '../engine/facts';
import { Failure } from '../../core/failure';
import { isPortFree, portHolder } from '../../core/machine/ports';
import { run } from '../../core/machine/process';
import { rangeOf, reservedRanges } from '../../core/machine/reserved-ports';
import { currentMachine } from '../../core/system';
import { portTaken } from '../problems/ports';

/** Throws `port-in-use` or `port-reserved` for the first port of the solution that somebody else holds or that Windows keeps; the lab's own containers may hold theirs. */
export async function requireFreePorts(lab: DockerLab, engine: EngineSnapshot): Promise<void> {
  const own = namesOf(lab).services;
  const containers = [...(await engine.containers()).values()];
  const wanted = [...hostPortsOf(lab.solution), ...hostPortsOf(lab.setup)];
  const ranges = await rangesHere(engine);
  await Promise.all(
    wanted.map(async ({ service, port }) => {
      const holder = containers.find((one) => publishes(one, port));
      if (holder && (own.has(holder.name) || standsFor(lab, holder) !== undefined)) return;
      if (holder) throw taken(port, holder.name, service);
      const range = rangeOf(port, ranges);
      if (range) throw new Failure(reservedProblem(range, { port: String(port), name: service }));
      if (engine.isLocal && !(await isPortFree(port))) {
        throw taken(port, await portHolder(port), service);
      }
    }),
  );
}

/** The ports that Windows keeps on this machine. In WSL, the engine's own words tell: there it costs more to ask. */
async function rangesHere({ isLocal }: EngineSnapshot) {
  const { system } = currentMachine();
  return isLocal && system === 'windows' ? reservedRanges(system, run) : [];
}

/** The error; when a port could not be opened and the engine did not say why, an error that names the cause. */
export async function namingHolder(error: unknown, engine: EngineSnapshot): Promise<unknown> {
  if (!(error instanceof Failure) || !isOfPort(error.code)) return error;
  const { port = '', by, name = '' } = error.values;
  if (by) return error;
  const { system } = currentMachine();
  return new Failure(await portProblem(error.code, { port, name }, engine, { run, system }));
}

function taken(port: number, by: string, name: string): Failure {
  return new Failure(portTaken({ port: String(port), by, name }));
}
