/** The part of `docker inspect` that the two ways to a lab are compared by. */
interface Inspected {
  readonly Id: string;
  readonly Name: string;
  readonly Image: string;
  readonly State: { readonly Status: string; readonly Health?: { readonly Status: string } };
  readonly Config: {
    readonly Image: string;
    readonly Cmd: unknown;
    readonly Entrypoint: unknown;
    readonly Env: readonly string[];
    readonly Healthcheck?: unknown;
    readonly Tty: boolean;
    readonly OpenStdin: boolean;
    readonly ExposedPorts?: unknown;
    readonly User: string;
    readonly WorkingDir: string;
  };
  readonly HostConfig: {
    readonly PortBindings: Readonly<Record<string, readonly PortBinding[]>> | null;
    readonly RestartPolicy: { readonly Name: string; readonly MaximumRetryCount: number };
    readonly Privileged: boolean;
    readonly AutoRemove: boolean;
  };
  readonly Mounts: readonly Mount[];
  readonly NetworkSettings: {
    readonly Networks: Readonly<Record<string, { readonly Aliases: readonly string[] | null }>>;
  };
}

interface PortBinding {
  readonly HostIp: string;
  readonly HostPort: string;
}

interface Mount {
  readonly Type: string;
  readonly Name?: string;
  readonly Source: string;
  readonly Destination: string;
  readonly RW: boolean;
}

/** What two containers of one service have to agree in, whoever made them. */
export function factsOf(inspected: readonly unknown[]): unknown {
  return (inspected as readonly Inspected[]).map((container) => {
    const { Config, HostConfig } = container;
    const { Cmd, Entrypoint, Healthcheck, Tty, OpenStdin, ExposedPorts, User, WorkingDir } = Config;
    const { RestartPolicy, Privileged, AutoRemove } = HostConfig;
    const restart = `${RestartPolicy.Name || 'no'} ${String(RestartPolicy.MaximumRetryCount)}`;
    return {
      name: container.Name,
      image: [Config.Image, container.Image],
      state: [container.State.Status, container.State.Health?.Status],
      config: { Cmd, Entrypoint, Healthcheck, Tty, OpenStdin, ExposedPorts, User, WorkingDir },
      host: { Privileged, AutoRemove, restart },
      environment: [...Config.Env].sort(),
      ports: portFacts(container),
      mounts: container.Mounts.map(mountFacts).sort(),
      networks: networkFacts(container),
    };
  });
}

function mountFacts({ Type, Name, Source, Destination, RW }: Mount): string {
  const anonymous = Name !== undefined && /^[0-9a-f]{64}$/.test(Name);
  const source = anonymous ? 'anonymous' : (Name ?? Source);
  return `${Type} ${source} ${Destination} ${RW ? 'rw' : 'ro'}`;
}

/** The published ports; no address means every one, of which Terraform asks for those of IPv4. */
function portFacts({ HostConfig }: Inspected): string[] {
  return Object.entries(HostConfig.PortBindings ?? {}).flatMap(([port, bindings]) =>
    bindings.map(({ HostIp, HostPort }) => `${HostIp || '0.0.0.0'}:${HostPort}->${port}`),
  );
}

/** The networks with the names by which each knows the container; its id is one that Docker adds itself. */
function networkFacts({ Id, NetworkSettings }: Inspected) {
  return Object.fromEntries(
    Object.entries(NetworkSettings.Networks).map(([network, { Aliases }]) => [
      network,
      [...new Set(Aliases ?? [])].filter((alias) => !Id.startsWith(alias)).sort(),
    ]),
  );
}
