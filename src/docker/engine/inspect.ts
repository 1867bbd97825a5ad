import type * as z from 'zod/mini';

import type { ContainerFacts, Mount, PublishedPort, TypedFolder } from './facts';
import type { inspectedContainer } from './forms';

/** What is read of a container. */
export type InspectedContainer = z.output<typeof inspectedContainer>;

type PortBindings = InspectedContainer['HostConfig']['PortBindings'];

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
      isOutOfMemory: state.OOMKilled ?? false,
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
    mounts: mountsOf(inspected),
    restart: hostConfig.RestartPolicy.Name || 'no',
    memory: hostConfig.Memory ?? 0,
  };
}

function mountsOf({ Mounts, Config }: InspectedContainer): Mount[] {
  const typed = typedFolders(Config.Labels ?? {});
  return Mounts.map(({ Type, Name, Source, Destination }) => {
    const folder = Type === 'bind' ? typed.get(Destination) : undefined;
    const mount = { type: Type, source: Name ?? Source, target: Destination };
    return folder ? { ...mount, typed: folder } : mount;
  });
}

/** The folders that were typed, by their place in the container: Docker Desktop keeps them as labels. */
function typedFolders(labels: Readonly<Record<string, string>>): Map<string, TypedFolder> {
  const targets = Object.entries(labels).flatMap(([label, target]) => {
    const bind = /^(desktop\.docker\.io\/(?:binds|mounts)\/\d{1,4})\/Target$/.exec(label)?.[1];
    return bind === undefined ? [] : [[bind, target] as const];
  });
  return new Map(
    targets.flatMap(([bind, target]) => {
      const path = labels[`${bind}/Source`];
      const isInWsl = labels[`${bind}/SourceKind`] === 'wsl2DistroFile';
      const distribution = isInWsl ? (labels['desktop.docker.io/wsl-distro'] ?? '') : '';
      return path ? [[target, { path, distribution }] as const] : [];
    }),
  );
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
