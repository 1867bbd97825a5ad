import { stringify } from 'yaml';
import type { EngineState, Service } from './exercise';

/** A state as the Compose file that a reader would write: without fixed container names, so that Compose names what it makes. */
export function composeFile(state: EngineState): string {
  const named = (names: Readonly<Record<string, unknown>> | undefined) =>
    Object.fromEntries(Object.keys(names ?? {}).map((name) => [name, null]));
  const services = Object.entries(state.services ?? {}).map(
    ([name, service]) => [name, fileService(service)] as const,
  );
  const model = {
    services: Object.fromEntries(services),
    ...(state.networks ? { networks: named(state.networks) } : {}),
    ...(state.volumes ? { volumes: named(state.volumes) } : {}),
  };
  return stringify(model, { nullStr: '', lineWidth: 0, aliasDuplicateObjects: false }).replaceAll(
    '$',
    '$$$$',
  );
}

// The order in which the book writes a service.
const order = [
  'image',
  'depends_on',
  'networks',
  'volumes',
  'ports',
  'restart',
  'environment',
  'command',
  'healthcheck',
] as const satisfies readonly (keyof Service)[];

function fileService(service: Service): Partial<Service> {
  const written = order.filter((key) => service[key] !== undefined);
  return Object.fromEntries(written.map((key) => [key, service[key]]));
}
