import { stringify } from 'yaml';
import type { EngineState, Service } from './lab';

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
function fileService(service: Service): Service {
  const {
    image,
    depends_on,
    networks,
    volumes,
    ports,
    restart,
    environment,
    command,
    healthcheck,
  } = service;
  const written = {
    image,
    depends_on,
    networks,
    volumes,
    ports,
    restart,
    environment,
    command,
    healthcheck,
  };
  return Object.fromEntries(
    Object.entries(written).filter(([, value]) => value !== undefined),
  ) as unknown as Service;
}
