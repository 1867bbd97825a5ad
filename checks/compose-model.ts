import type { EngineState, Service } from '../labs/lab';
import { portsOf } from '../labs/service';
import type { Problem } from './check';
import { repositoryOf } from './image-name';
import { declarationMissing, serviceMissing, settingWrong } from './problems/compose';

/** The part of `docker compose config --format json` that is read here. */
export interface ComposeConfig {
  readonly services?: Readonly<Record<string, ConfiguredService>>;
  readonly networks?: Readonly<Record<string, unknown>>;
  readonly volumes?: Readonly<Record<string, unknown>>;
}

interface ConfiguredService {
  readonly image?: string;
  readonly restart?: string;
  readonly environment?: Readonly<Record<string, string | null>>;
  readonly depends_on?: Readonly<Record<string, unknown>>;
  readonly networks?: Readonly<Record<string, unknown>>;
  readonly ports?: readonly { readonly target: number; readonly published?: string }[];
  readonly volumes?: readonly {
    readonly type: string;
    readonly source?: string;
    readonly target: string;
  }[];
}

/** How what Compose made of a file differs from the exercise; more than the exercise asks for is no difference. */
export function differences(file: string, config: ComposeConfig, wanted: EngineState): Problem[] {
  const services = config.services ?? {};
  const declared = (kind: 'networks' | 'volumes') =>
    Object.keys(wanted[kind] ?? {})
      .filter((name) => !(name in (config[kind] ?? {})))
      .map((name) => declarationMissing({ file, kind, name }));
  return [
    ...Object.entries(wanted.services ?? {}).flatMap(([name, service]) => {
      const found = services[name];
      if (found) return serviceDifferences(name, service, found);
      return [serviceMissing({ file, service: name, found: Object.keys(services).join(', ') })];
    }),
    ...declared('networks'),
    ...declared('volumes'),
  ];
}

function serviceDifferences(name: string, wanted: Service, found: ConfiguredService): Problem[] {
  return settingsOf(wanted, found)
    .filter(({ fits }) => !fits)
    .map(({ setting, want, have }) =>
      settingWrong({ service: name, setting, wanted: want, found: have }),
    );
}

interface Setting {
  readonly setting: string;
  readonly want: string;
  readonly have: string;
  readonly fits: boolean;
}

function settingsOf(wanted: Service, found: ConfiguredService): Setting[] {
  const { image = '', restart = 'no', environment = {}, networks = {}, depends_on = {} } = found;
  const ports = (found.ports ?? []).map(({ published, target }) => `${published ?? ''}:${target}`);
  const volumes = (found.volumes ?? []).map(({ source, target }) => `${source ?? ''}:${target}`);
  const among = (setting: string, want: string, have: readonly string[]): Setting => ({
    setting,
    want,
    have: have.join(', '),
    fits: have.includes(want),
  });
  return [
    {
      setting: 'image',
      want: wanted.image,
      have: image,
      fits: repositoryOf(image) === repositoryOf(wanted.image),
    },
    ...(wanted.restart
      ? [
          {
            setting: 'restart',
            want: wanted.restart,
            have: restart,
            fits: restart === wanted.restart,
          },
        ]
      : []),
    ...portsOf(wanted).map(({ host, container }) => among('ports', `${host}:${container}`, ports)),
    ...(wanted.networks ?? []).map((network) => among('networks', network, Object.keys(networks))),
    ...(wanted.volumes ?? []).map((volume) => among('volumes', volume, volumes)),
    ...Object.keys(wanted.depends_on ?? {}).map((other) =>
      among('depends_on', other, Object.keys(depends_on)),
    ),
    ...Object.entries(wanted.environment ?? {}).map(([variable, value]) => ({
      setting: `environment: ${variable}`,
      want: value,
      have: environment[variable] ?? '',
      fits: environment[variable] === value || `${variable}_FILE` in environment,
    })),
  ];
}
