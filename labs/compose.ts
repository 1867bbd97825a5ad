import type { EngineState, Service } from './lab';

/** The label that says which lab an object of the engine was made for. */
export const labLabel = 'dkkb.lab';

/** What already stands in the engine under a state's names and was not made by this tool. */
export interface Existing {
  readonly services?: ReadonlySet<string>;
  readonly networks?: ReadonlySet<string>;
  readonly volumes?: ReadonlySet<string>;
}

/** The Compose project of a lab. */
export function projectName(labId: string): string {
  return `dkkb-${labId}`;
}

/** A state as a Compose model that carries the book's names; what already exists is used and not adopted. */
export function composeModel(labId: string, state: EngineState, existing: Existing = {}) {
  const labels = { [labLabel]: labId };
  const services = Object.entries(state.services ?? {}).filter(
    ([name]) => !existing.services?.has(name),
  );
  const resource = (kind: ReadonlySet<string> | undefined) => (name: string) =>
    [name, kind?.has(name) ? { name, external: true } : { name, labels }] as const;
  return {
    name: projectName(labId),
    services: Object.fromEntries(
      services.map(([name, service]) => [name, composeService(name, service, labels)]),
    ),
    networks: Object.fromEntries(
      Object.keys(state.networks ?? {}).map(resource(existing.networks)),
    ),
    volumes: Object.fromEntries(Object.keys(state.volumes ?? {}).map(resource(existing.volumes))),
  };
}

function composeService(name: string, service: Service, labels: Record<string, string>) {
  const network = service.networks?.length ? {} : { network_mode: 'bridge' };
  return { ...service, ...network, container_name: name, labels };
}
