import type { EngineState, Service } from './exercise';

/** The label that says which lab an object of the engine was made for. */
export const labLabel = 'dkkb.lab';

/** What already stands in the engine under a state's names and was not made by this tool. */
export interface Existing {
  readonly services?: ReadonlySet<string>;
  readonly networks?: ReadonlySet<string>;
  readonly volumes?: ReadonlySet<string>;
}

/** The Compose project of a lab. */
function projectName(labId: string): string {
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
  const names = new Set(services.map(([name]) => name));
  return {
    name: projectName(labId),
    services: Object.fromEntries(
      services.map(([name, service]) => [
        name,
        { ...composeService(name, escaped(service), names), labels },
      ]),
    ),
    networks: Object.fromEntries(
      Object.keys(state.networks ?? {}).map(resource(existing.networks)),
    ),
    volumes: Object.fromEntries(Object.keys(state.volumes ?? {}).map(resource(existing.volumes))),
  };
}

/** Compose reads `$` as the beginning of a variable, and `$$` as a dollar sign. */
function escaped<T>(value: T): T {
  return JSON.parse(JSON.stringify(value).replaceAll('$', '$$$$')) as T;
}

function composeService(name: string, service: Service, names: ReadonlySet<string>) {
  const { depends_on: all = {}, ...rest } = service;
  const kept = Object.entries(all).filter(([dependency]) => names.has(dependency));
  return {
    ...rest,
    ...(kept.length > 0 ? { depends_on: Object.fromEntries(kept) } : {}),
    ...(service.networks?.length ? {} : { network_mode: 'bridge' }),
    container_name: name,
  };
}
