import * as z from 'zod/mini';
import { list, record } from '../../../core/answers/form-parts';

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
        platform: z.optional(z.string()),
        command: z.nullish(strings),
        entrypoint: z.nullish(strings),
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

/** A service as Compose reads it. */
export type ConfiguredService = NonNullable<ComposeConfig['services']>[string];

/** The service of that name, or the one whose container has it: its key in the file, and the service. */
export function serviceCalled(
  name: string,
  services: ComposeConfig['services'] = {},
): readonly [string, ConfiguredService] | undefined {
  const all = Object.entries(services);
  return all.find(([key]) => key === name) ?? all.find(([, { container_name: c }]) => c === name);
}

/** Every name by which others reach a service. */
export function namesOf(service: string, { services = {} }: ComposeConfig): string[] {
  const [key, found] = serviceCalled(service, services) ?? [];
  const aliases = Object.values(found?.networks ?? {}).flatMap((network) => network?.aliases ?? []);
  return [key, found?.container_name, ...aliases].filter((name) => name !== undefined);
}

/** The name in the file, unless it also gives the real name: else Compose puts its project in front. */
export function realName(key: string, kind: 'networks' | 'volumes', config: ComposeConfig): string {
  const name = config[kind]?.[key]?.name;
  return name === undefined || name.endsWith(`_${key}`) ? key : name;
}
