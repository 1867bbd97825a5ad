import { parse } from 'yaml';
import { repositoryOf } from '../../../core/image-name';
import { isMapping, type Goal } from '../../../core/repair/goal';
import type { Steps } from '../../../core/repair/parts';
import { composeFile } from '../../model/compose-file';
import type { EngineState } from '../../model/exercise';
import { turnedAround } from './depends-on';
import { asked } from './expected';
import { isOfEnvironment, misfitsIn } from './misfits';
import { asWritten, normal } from './normal';
import {
  healthcheckOptions,
  networkOptions,
  rootOptions,
  serviceOptions,
  volumeOptions,
} from './options';
import { isRestartPolicy } from './settings';

/** What the reader's Compose file has to become. */
export function composeGoal(state: EngineState): Goal {
  const written: unknown = parse(composeFile(state));
  return {
    wanted: [normal(parse(composeFile(asked(state))))],
    written: [written],
    fieldsAt,
    isEnough,
    isFree: () => false,
    normal,
    misfits: (tree) => [...misfitsIn(tree), ...turnedAround(tree, state)],
    asWritten,
  };
}

function isEnough(path: Steps, wanted: unknown, found: unknown): boolean {
  const [want, have] = [String(wanted), String(found)];
  if (want === have || isOfEnvironment(found)) return true;
  switch (path[2]) {
    case 'image':
      return repositoryOf(have) === repositoryOf(want);
    case 'restart':
      return isRestartPolicy(want, have);
    case 'environment':
      return have === `${want}:3306`;
    default:
      return false;
  }
}

const known = {
  root: new Set(rootOptions),
  services: new Set(serviceOptions),
  networks: new Set(networkOptions),
  volumes: new Set(volumeOptions),
  healthcheck: new Set(healthcheckOptions),
};

function fieldsAt(path: Steps, tree: unknown): ReadonlySet<string> | undefined {
  const names = knownAt(path);
  const here = path.reduce<unknown>(
    (part, step) => (isMapping(part) ? part[step] : undefined),
    tree,
  );
  // Compose leaves names that begin so to the reader, and merges what `<<` brings in.
  const own = Object.keys(isMapping(here) ? here : {}).filter((name) => /^(?:x-|<<$)/.test(name));
  return names && own.length > 0 ? new Set([...names, ...own]) : names;
}

function knownAt(path: Steps): ReadonlySet<string> | undefined {
  const [kind] = path;
  if (path.length === 0) return known.root;
  if (path.length === 3 && path[2] === 'healthcheck') return known.healthcheck;
  const isOne = path.length === 2;
  return isOne && (kind === 'services' || kind === 'networks' || kind === 'volumes')
    ? known[kind]
    : undefined;
}
