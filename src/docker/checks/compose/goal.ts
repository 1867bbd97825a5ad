import { parse } from 'yaml';
import { repositoryOf } from '../../../core/image-name';
import { isMapping, type Goal } from '../../../core/repair/goal';
import type { Steps } from '../../../core/repair/parts';
import { composeFile } from '../../model/compose-file';
import type { EngineState } from '../../model/exercise';
import {
  healthcheckOptions,
  networkOptions,
  rootOptions,
  serviceOptions,
  volumeOptions,
} from './options';

/** What the reader's Compose file has to become. */
export function composeGoal(state: EngineState): Goal {
  const written: unknown = parse(composeFile(state));
  return {
    wanted: [normal(written)],
    written: [written],
    fieldsAt,
    isEnough: (path, wanted, found) =>
      String(wanted) === String(found) ||
      (path.at(-1) === 'image' && repositoryOf(String(found)) === repositoryOf(String(wanted))),
    // What a service needs today and the task does not ask for.
    isFree: (path) => path.length === 3 && (path[2] === 'healthcheck' || path[2] === 'command'),
    normal,
  };
}

const known = {
  root: new Set(rootOptions),
  services: new Set(serviceOptions),
  networks: new Set(networkOptions),
  volumes: new Set(volumeOptions),
  healthcheck: new Set(healthcheckOptions),
};

function fieldsAt(path: Steps): ReadonlySet<string> | undefined {
  const [kind] = path;
  if (path.length === 0) return known.root;
  if (path.length === 3 && path[2] === 'healthcheck') return known.healthcheck;
  const isOne = path.length === 2;
  return isOne && (kind === 'services' || kind === 'networks' || kind === 'volumes')
    ? known[kind]
    : undefined;
}

/** A Compose file with one form for what may be written in several: lists of names, and variables by their names. */
function normal(tree: unknown): unknown {
  if (!isMapping(tree) || !isMapping(tree['services'])) return tree;
  const services = Object.entries(tree['services']).map(([name, service]) => [
    name,
    isMapping(service) ? normalService(service) : service,
  ]);
  return { ...tree, services: Object.fromEntries(services) };
}

function normalService(service: Readonly<Record<string, unknown>>) {
  const { networks, depends_on, environment } = service;
  return {
    ...service,
    ...(networks === undefined ? {} : { networks: namesIn(networks) }),
    ...(depends_on === undefined ? {} : { depends_on: namesIn(depends_on) }),
    ...(environment === undefined ? {} : { environment: variablesIn(environment) }),
  };
}

const namesIn = (value: unknown): unknown => (isMapping(value) ? Object.keys(value) : value);

function variablesIn(value: unknown): unknown {
  if (!Array.isArray(value) || !value.every((one) => typeof one === 'string')) return value;
  return Object.fromEntries(
    value.map((one) => {
      const [name = '', ...rest] = one.split('=');
      return [name, rest.length === 0 ? null : rest.join('=')];
    }),
  );
}
