import { repositoryOf } from '../../../core/image-name';
import type { Service } from '../../model/exercise';
import { portsOf } from '../../model/service';
import { isGivenOtherwise } from '../accounts/variable';
import {
  namesOf,
  realName,
  serviceCalled,
  type ComposeConfig,
  type ConfiguredService,
} from './model';

/** One setting of a service that an exercise asks for: what it should be, what the file has, and whether that does. */
export interface Setting {
  readonly setting: string;
  /** The variable that it is, where it is one. */
  readonly variable?: string;
  readonly want: string;
  readonly have: string;
  readonly fits: boolean;
}

/** Every setting that an exercise asks of a service. */
export function settingsOf(
  wanted: Service,
  found: ConfiguredService,
  config: ComposeConfig,
): Setting[] {
  const { image = '', restart = 'no', networks = {}, depends_on = {} } = found;
  const ports = (found.ports ?? []).map(({ published, target }) =>
    published ? `${published}:${target}` : String(target),
  );
  const volumes = (found.volumes ?? []).map(
    ({ source, target }) => `${source ? realName(source, 'volumes', config) : ''}:${target}`,
  );
  const attached = Object.keys(networks).map((key) => realName(key, 'networks', config));
  const needed = Object.keys(depends_on).flatMap((key) => namesOf(key, config));
  return [
    {
      setting: 'image',
      want: wanted.image,
      have: image,
      fits: repositoryOf(image) === repositoryOf(wanted.image),
    },
    ...(wanted.restart ? [restartOf(wanted.restart, restart)] : []),
    ...portsOf(wanted).map(({ host, container }) => among('ports', `${host}:${container}`, ports)),
    ...(wanted.networks ?? []).map((network) => among('networks', network, attached)),
    ...(wanted.volumes ?? []).map((volume) => among('volumes', volume, volumes)),
    ...Object.keys(wanted.depends_on ?? {}).map((other) => among('depends_on', other, needed)),
    ...variablesOf(wanted, found, config),
  ];
}

function among(setting: string, want: string, have: readonly string[]): Setting {
  return { setting, want, have: have.join(', '), fits: have.includes(want) };
}

/** Whether a policy starts a container again as the wanted one does: the other one that does stops only when it is told to. */
export function isRestartPolicy(wanted: string, found: string): boolean {
  return found === wanted || (wanted === 'always' && found === 'unless-stopped');
}

const restartOf = (want: string, have: string): Setting => ({
  setting: 'restart',
  want,
  have,
  fits: isRestartPolicy(want, have),
});

function variablesOf(wanted: Service, found: ConfiguredService, config: ComposeConfig): Setting[] {
  const { environment = {} } = found;
  const asked = wanted.environment ?? {};
  return Object.entries(asked).map(([variable, want]) => {
    const have = environment[variable] ?? '';
    const host = have.replace(/:3306$/, '');
    const isHost = serviceCalled(want, config.services) !== undefined;
    const fits =
      have === want ||
      (isHost && namesOf(want, config).includes(host)) ||
      (!(variable in environment) && isGivenOtherwise(variable, environment, asked));
    return { setting: `environment: ${variable}`, variable, want, have, fits };
  });
}
