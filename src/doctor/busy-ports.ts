import type { Problem } from '../core/problem';
import { portTaken } from '../docker/problems/ports';
import { dockerExercises } from '../../labs/docker-exercises';
import { statesOf } from '../docker/model/exercise';
import { hostPortsOf, namesOf } from '../docker/model/service';
import type { EngineSnapshot } from '../docker/engine/facts';
import { isPortFree, portHolder } from '../core/machine/ports';
import { run } from '../core/machine/process';
import { rangeOf, reservedRanges } from '../core/machine/reserved-ports';
import { currentMachine } from '../core/system';
import { together } from './together';
import { reservedProblem } from '../docker/checks/port-problem';

/** The ports of all labs, ascending, and a problem for each that something other than a lab's container holds. */
export async function busyPorts(
  engine: EngineSnapshot,
): Promise<{ wanted: number[]; busy: Problem[] }> {
  const own = new Set(dockerExercises.flatMap((lab) => [...namesOf(lab).services.keys()]));
  const published = dockerExercises.flatMap(statesOf).flatMap(hostPortsOf);
  const services = new Map(published.map(({ port, service }) => [port, service]));
  const wanted = [...services.keys()].sort((one, other) => one - other);
  const containers = [...(await engine.containers()).values()];
  const ranges = engine.isLocal ? await reservedRanges(currentMachine().system, run) : [];
  const busy = await Promise.all(
    wanted.map(async (port) => {
      const holder = containers.find(({ ports }) => ports.some(({ host }) => host === port));
      if (holder && own.has(holder.name)) return [];
      const range = holder ? undefined : rangeOf(port, ranges);
      const name = services.get(port) ?? '';
      if (range) return [reservedProblem(range, { port: String(port), name })];
      const isFree = !holder && (!engine.isLocal || (await isPortFree(port)));
      if (isFree) return [];
      const by = holder?.name ?? (await portHolder(port));
      return [portTaken({ port: String(port), by, name })];
    }),
  );
  return { wanted, busy: together(busy.flat()) };
}
