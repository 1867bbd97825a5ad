import type { EngineState, Service } from './exercise';
import type { DockerExercise } from './exercise';
import { statesOf } from './exercise';

/** A published port as numbers: `8080:80` is host 8080, container 80. */
export interface PortMapping {
  readonly host: number;
  readonly container: number;
}

/** The published ports of a service; throws when a mapping is not `HOST:CONTAINER`. */
export function portsOf(service: Service): PortMapping[] {
  return (service.ports ?? []).map((mapping) => {
    const [host, container] = mapping.split(':').map(Number);
    if (!host || !container) throw new Error(`port '${mapping}' is not HOST:CONTAINER`);
    return { host, container };
  });
}

/** The names of the networks that a service is attached to; none means the engine's default bridge. */
export function networksOf(service: Service): readonly string[] {
  return service.networks ?? [];
}

/** The service of that name in any state of the lab, the solution's first; throws on a name that no state has. */
export function serviceOf(lab: DockerExercise, name: string): Service {
  const found = [...statesOf(lab)].reverse().find((state) => state.services?.[name]);
  const service = found?.services?.[name];
  if (!service) throw new Error(`lab ${lab.id} has no service '${name}'`);
  return service;
}

/** Everything that a lab names in the engine, over all its states, each name once. */
export function namesOf(lab: DockerExercise): {
  services: Map<string, Service>;
  networks: Set<string>;
  volumes: Set<string>;
  images: Set<string>;
} {
  const names = {
    services: new Map<string, Service>(),
    networks: new Set<string>(),
    volumes: new Set<string>(),
    images: new Set<string>(),
  };
  for (const state of statesOf(lab)) {
    for (const [name, service] of Object.entries(state.services ?? {})) {
      names.services.set(name, service);
      names.images.add(service.image);
    }
    Object.keys(state.networks ?? {}).forEach((name) => names.networks.add(name));
    Object.keys(state.volumes ?? {}).forEach((name) => names.volumes.add(name));
    (state.images ?? []).forEach((image) => names.images.add(image));
  }
  return names;
}

/** The host ports that a state publishes, in the order of the data. */
export function hostPortsOf(state: EngineState): { service: string; port: number }[] {
  return Object.entries(state.services ?? {}).flatMap(([service, data]) =>
    portsOf(data).map(({ host }) => ({ service, port: host })),
  );
}
