import type { DockerLab } from '../lab';
import { hostPortsOf, namesOf } from '../model/service';
import { standsFor } from './owners';
import type { ContainerFacts, EngineSnapshot } from '../engine/facts';
import { Failure } from '../../core/failure';
import { isPortFree, portHolder } from '../../core/machine/ports';
import { portTaken } from '../problems/conflicts';

/** Throws `port-in-use` for the first port of the solution that somebody else holds; the lab's own containers may. */
export async function requireFreePorts(lab: DockerLab, engine: EngineSnapshot): Promise<void> {
  const own = namesOf(lab).services;
  const containers = [...(await engine.containers()).values()];
  const wanted = [...hostPortsOf(lab.solution), ...hostPortsOf(lab.setup)];
  await Promise.all(
    wanted.map(async ({ service, port }) => {
      const holder = containers.find(publishes(port));
      if (holder && (own.has(holder.name) || standsFor(lab, holder) !== undefined)) return;
      if (holder) throw taken(port, holder.name, service);
      if (engine.isLocal && !(await isPortFree(port))) {
        throw taken(port, await portHolder(port), service);
      }
    }),
  );
}

/** The error; when a container holds a port and the engine did not name it, an error that names it. */
export async function namingHolder(error: unknown, engine: EngineSnapshot): Promise<unknown> {
  if (!(error instanceof Failure) || error.code !== 'port-in-use') return error;
  const { port = '', by, name = '' } = error.values;
  const holder = [...(await engine.containers()).values()].find(publishes(Number(port)));
  return by || !holder ? error : taken(Number(port), holder.name, name);
}

const publishes =
  (port: number) =>
  ({ ports }: ContainerFacts): boolean =>
    ports.some(({ host, protocol }) => host === port && protocol === 'tcp');

function taken(port: number, by: string, name: string): Failure {
  return new Failure(portTaken({ port: String(port), by, name }));
}
