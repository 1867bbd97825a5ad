import * as z from 'zod/mini';

import type { EngineState, Service } from '../../model/exercise';
import { portsOf } from '../../model/service';
import { list, record } from '../../../core/answers/form-parts';
import type { Problem } from '../../../core/problem';
import { repositoryOf } from '../../../core/image-name';
import { declarationMissing, serviceMissing, settingWrong } from '../../problems/compose';

/** How many services, networks, variables and the like a file of one exercise may have. */
const most = 200;
const named = z.nullish(
  record(z.string(), z.nullish(z.object({ name: z.optional(z.string()) })), most),
);
const strings = list(z.string(), most);

/** What is read of `docker compose config --format json`. */
export const composeConfig = z.object({
  services: z.optional(
    record(
      z.string(),
      z.object({
        image: z.optional(z.string()),
        container_name: z.optional(z.string()),
        restart: z.optional(z.string()),
        environment: z.optional(record(z.string(), z.nullable(z.string()), most)),
        depends_on: z.optional(record(z.string(), z.unknown(), most)),
        networks: z.optional(
          record(z.string(), z.nullable(z.object({ aliases: z.nullish(strings) })), most),
        ),
        ports: z.optional(
          list(z.object({ target: z.int(), published: z.optional(z.string()) }), most),
        ),
        volumes: z.optional(
          list(
            z.object({ type: z.string(), source: z.optional(z.string()), target: z.string() }),
            most,
          ),
        ),
      }),
      most,
    ),
  ),
  networks: named,
  volumes: named,
});

/** A Compose file as Compose reads it. */
export type ComposeConfig = z.output<typeof composeConfig>;

type ConfiguredService = NonNullable<ComposeConfig['services']>[string];

/** How a file, as Compose reads it, differs from the exercise; more than the exercise asks for is no difference. */
export function differences(file: string, config: ComposeConfig, wanted: EngineState): Problem[] {
  const { services = {} } = config;
  const declared = (kind: 'networks' | 'volumes') => {
    const found = Object.entries(config[kind] ?? {}).flatMap(([key, value]) => [key, value?.name]);
    return Object.keys(wanted[kind] ?? {})
      .filter((name) => !found.includes(name))
      .map((name) => declarationMissing({ file, kind, name }));
  };
  return [
    ...Object.entries(wanted.services ?? {}).flatMap(([name, service]) => {
      const [, found] = serviceCalled(name, services) ?? [];
      if (found) return serviceDifferences(name, service, found, config);
      return [serviceMissing({ file, service: name, found: Object.keys(services).join(', ') })];
    }),
    ...declared('networks'),
    ...declared('volumes'),
  ];
}

// The exercise's name stands for a service, or for its container.
function serviceCalled(name: string, services: Readonly<Record<string, ConfiguredService>>) {
  const all = Object.entries(services);
  return all.find(([key]) => key === name) ?? all.find(([, { container_name: c }]) => c === name);
}

function serviceDifferences(
  name: string,
  wanted: Service,
  found: ConfiguredService,
  config: ComposeConfig,
): Problem[] {
  return settingsOf(wanted, found, config)
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

function among(setting: string, want: string, have: readonly string[]): Setting {
  return { setting, want, have: have.join(', '), fits: have.includes(want) };
}

function settingsOf(wanted: Service, found: ConfiguredService, config: ComposeConfig): Setting[] {
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
    ...(wanted.restart ? [among('restart', wanted.restart, [restart])] : []),
    ...portsOf(wanted).map(({ host, container }) => among('ports', `${host}:${container}`, ports)),
    ...(wanted.networks ?? []).map((network) => among('networks', network, attached)),
    ...(wanted.volumes ?? []).map((volume) => among('volumes', volume, volumes)),
    ...Object.keys(wanted.depends_on ?? {}).map((other) => among('depends_on', other, needed)),
    ...variablesOf(wanted, found, config),
  ];
}

function variablesOf(wanted: Service, found: ConfiguredService, config: ComposeConfig): Setting[] {
  const { environment = {} } = found;
  return Object.entries(wanted.environment ?? {}).map(([variable, want]) => {
    const have = environment[variable] ?? '';
    const host = have.replace(/:3306$/, '');
    const isHost = serviceCalled(want, config.services ?? {}) !== undefined;
    const fits =
      have === want ||
      (isHost && namesOf(want, config).includes(host)) ||
      (!(variable in environment) && `${variable}_FILE` in environment);
    return { setting: `environment: ${variable}`, want, have, fits };
  });
}

function namesOf(service: string, { services = {} }: ComposeConfig): string[] {
  const [key, found] = serviceCalled(service, services) ?? [];
  const aliases = Object.values(found?.networks ?? {}).flatMap((network) => network?.aliases ?? []);
  return [key, found?.container_name, ...aliases].filter((name) => name !== undefined);
}

// The name in the file, unless it also gives the real name. Else Compose puts its project in front.
function realName(key: string, kind: 'networks' | 'volumes', config: ComposeConfig): string {
  const name = config[kind]?.[key]?.name;
  return name === undefined || name.endsWith(`_${key}`) ? key : name;
}
