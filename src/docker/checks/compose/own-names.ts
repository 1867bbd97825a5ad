import { partsOf, pathsOf } from '../../../core/repair/parts';
import type { EngineState, Service } from '../../model/exercise';
import type { Lookup } from '../accounts/variable';

type Kind = 'services' | 'networks' | 'volumes';

/** A state with the keys that a file uses for its services, networks and volumes where it gives the wanted names otherwise; read line by line, because the file may be no YAML. */
export function withOwnNames(state: EngineState, source: string): EngineState {
  const keys = keysIn(source, state);
  const keyOf = (kind: Kind, name: string) => keys.get(`${kind} ${name}`) ?? name;
  const rename = <V>(kind: Kind, fields: Readonly<Record<string, V>>) =>
    Object.fromEntries(Object.entries(fields).map(([name, value]) => [keyOf(kind, name), value]));
  const own = (service: Service): Service => ({
    ...service,
    ...(service.networks && { networks: service.networks.map((name) => keyOf('networks', name)) }),
    ...(service.volumes && { volumes: service.volumes.map(volumeOf) }),
    ...(service.depends_on && { depends_on: rename('services', service.depends_on) }),
    ...(service.environment && { environment: asFarAsWritten(hostsOf(service.environment)) }),
  });
  const volumeOf = (volume: string) => volume.replace(/^[^:]*/, (name) => keyOf('volumes', name));
  const hostsOf = (environment: Readonly<Record<string, string>>) =>
    Object.fromEntries(
      // The name of the container is one by which others reach it, too.
      Object.entries(environment).map(([variable, value]) => {
        const isWritten = lookupInText(source)({ service: '', variable }) === value;
        return [variable, isWritten ? value : keyOf('services', value)];
      }),
    );
  // What another file gives is not looked for in this one.
  const options = new Set(source.split(/\r?\n/).map((line) => partsOf(line).key));
  const isGivenElsewhere =
    options.has('env_file') || options.has('extends') || /_FILE\b/.test(source);
  const asFarAsWritten = (environment: Readonly<Record<string, string>>) =>
    isGivenElsewhere
      ? Object.fromEntries(Object.entries(environment).filter(([name]) => source.includes(name)))
      : environment;
  const services = Object.entries(state.services ?? {}).map(([name, service]) => [
    name,
    own(service),
  ]);
  return {
    ...state,
    services: rename('services', Object.fromEntries(services) as Record<string, Service>),
    ...(state.networks && { networks: rename('networks', state.networks) }),
    ...(state.volumes && { volumes: rename('volumes', state.volumes) }),
  };
}

/** The key that stands for each name which a file gives by `container_name` or `name`. */
function keysIn(source: string, state: EngineState): Map<string, string> {
  const lines = source.split(/\r?\n/).map(partsOf);
  const found = new Map<string, string>();
  pathsOf(lines).forEach(([kind, key, option, ...rest], at) => {
    const name = bare(lines[at]?.value ?? '');
    const isKind = kind === 'services' || kind === 'networks' || kind === 'volumes';
    if (!isKind || rest.length > 0 || typeof key !== 'string') return;
    const isName = option === (kind === 'services' ? 'container_name' : 'name');
    if (isName && name in (state[kind] ?? {}) && !(key in (state[kind] ?? {})))
      found.set(`${kind} ${name}`, key);
  });
  return found;
}

/** The variables of a text that may be no YAML. */
export function lookupInText(source: string): Lookup {
  const lines = source.split(/\r?\n/).map((line) => line.trim().replace(/^-\s*/, ''));
  return ({ variable }) => {
    const form = new RegExp(`^["']?${variable}["']?\\s*[:=\uFF1A](.+)$`);
    const found = lines.map((line) => form.exec(line)?.[1]).find((value) => value !== undefined);
    return found === undefined || found.includes('$') ? undefined : bare(found);
  };
}

const bare = (value: string): string =>
  value
    .replace(/\s(?:#|\/\/).*/, '')
    .trim()
    .replace(/^["'\u201C]|["'\u201D]$/g, '');
