import type { Problem } from '../checks/check';
import { portTaken } from '../checks/problems/in-way';
import { labs } from '../labs/index';
import { statesOf } from '../labs/lab';
import { hostPortsOf, namesOf } from '../labs/service';
import type { EngineFacts } from '../runtime/facts';
import { isPortFree, portHolder } from '../runtime/ports';

/** The ports of all labs, ascending, and a problem for each that somebody else than a lab's container holds. */
export async function busyPorts(
  engine: EngineFacts,
): Promise<{ wanted: number[]; busy: Problem[] }> {
  const own = new Set(labs.flatMap((lab) => [...namesOf(lab).services.keys()]));
  const published = labs.flatMap(statesOf).flatMap(hostPortsOf);
  const services = new Map(published.map(({ port, service }) => [port, service]));
  const wanted = [...services.keys()].sort((one, other) => one - other);
  const containers = [...(await engine.containers()).values()];
  const busy = await Promise.all(
    wanted.map(async (port) => {
      const holder = containers.find(({ ports }) => ports.some(({ host }) => host === port));
      if (holder && own.has(holder.name)) return [];
      const isFree = !holder && (!engine.isLocal || (await isPortFree(port)));
      if (isFree) return [];
      const by = holder?.name ?? (await portHolder(port));
      return [portTaken({ port: String(port), by, name: services.get(port) ?? '' })];
    }),
  );
  return { wanted, busy: busy.flat() };
}
