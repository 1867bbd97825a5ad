import type { ContainerFacts, ContainerState, PublishedPort } from './facts';

/** The part of `docker container inspect` that is read here. */
export interface InspectedContainer {
  readonly Id: string;
  readonly Name: string;
  readonly Created: string;
  readonly Image: string;
  readonly Path: string;
  readonly Args: readonly string[] | null;
  readonly State: {
    readonly Status: ContainerState['status'];
    readonly ExitCode: number;
    readonly Error: string;
    readonly StartedAt: string;
    readonly Health?: { readonly Status: string };
  };
  readonly Config: {
    readonly Image: string;
    readonly Env: readonly string[] | null;
    readonly Labels: Readonly<Record<string, string>> | null;
  };
  readonly HostConfig: {
    readonly PortBindings: PortBindings | null;
    readonly RestartPolicy: { readonly Name: string };
  };
  readonly NetworkSettings: {
    readonly Ports: PortBindings | null;
    readonly Networks: Readonly<Record<string, { readonly Aliases: readonly string[] | null }>>;
  };
  readonly Mounts: readonly {
    readonly Type: string;
    readonly Name?: string;
    readonly Source: string;
    readonly Destination: string;
  }[];
}

type PortBindings = Readonly<
  Record<string, readonly { readonly HostIp: string; readonly HostPort: string }[] | null>
>;

/** Reduces an inspected container to its facts. */
export function containerFacts(inspected: InspectedContainer): ContainerFacts {
  const { State: state, Config: config, HostConfig: hostConfig } = inspected;
  return {
    id: inspected.Id,
    name: inspected.Name.replace(/^\//, ''),
    image: config.Image,
    imageId: inspected.Image,
    createdAt: inspected.Created,
    state: {
      status: state.Status,
      exitCode: state.ExitCode,
      error: state.Error,
      startedAt: state.StartedAt,
      ...(state.Health ? { health: state.Health.Status } : {}),
    },
    command: [inspected.Path, ...(inspected.Args ?? [])],
    environment: Object.fromEntries((config.Env ?? []).map(splitVariable)),
    labels: config.Labels ?? {},
    wantedPorts: publishedPorts(hostConfig.PortBindings),
    ports: publishedPorts(inspected.NetworkSettings.Ports),
    networks: networkAliases(inspected),
    mounts: inspected.Mounts.map((mount) => ({
      type: mount.Type,
      source: mount.Name ?? mount.Source,
      target: mount.Destination,
    })),
    restart: hostConfig.RestartPolicy.Name || 'no',
  };
}

function splitVariable(line: string): [string, string] {
  const at = line.indexOf('=');
  return at < 0 ? [line, ''] : [line.slice(0, at), line.slice(at + 1)];
}

function networkAliases(inspected: InspectedContainer): Record<string, readonly string[]> {
  const networks = Object.entries(inspected.NetworkSettings.Networks);
  return Object.fromEntries(networks.map(([name, { Aliases }]) => [name, Aliases ?? []]));
}

function publishedPorts(bindings: PortBindings | null): PublishedPort[] {
  const ports = Object.entries(bindings ?? {}).flatMap(([target, hosts]) => {
    const [container, protocol] = target.split('/');
    return (hosts ?? []).map(({ HostIp, HostPort }) => ({
      address: HostIp,
      host: Number(HostPort),
      container: Number(container),
      protocol: protocol ?? 'tcp',
    }));
  });
  // IPv4 and IPv6 are listed apart; an exercise is about the port.
  const seen = new Map(
    ports.map((port) => [`${port.host}:${port.container}/${port.protocol}`, port]),
  );
  return [...seen.values()];
}
