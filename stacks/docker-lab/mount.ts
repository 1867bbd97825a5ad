import type { ContainerVolumes } from '@cdktf/provider-docker/lib/container';

/** What the mounts of a stack are resolved against. */
export interface MountContext {
  /** The volumes that the state declares. */
  readonly volumes: ReadonlySet<string>;
  /** The path from the stack's working folder to the project, in which relative host folders are. */
  readonly project: string;
}

/** `VOLUME:/path`, `./folder:/path` or `/folder:/path`, with `:ro` or `:rw` behind, as the provider's block. */
export function toMount(mount: string, context: MountContext): ContainerVolumes {
  const [source, target, mode = 'rw', ...rest] = mount.split(':');
  if (!source || !target?.startsWith('/') || !['ro', 'rw'].includes(mode) || rest.length > 0) {
    throw new Error(
      `volume '${mount}' is not SOURCE:/TARGET, SOURCE:/TARGET:ro or SOURCE:/TARGET:rw`,
    );
  }
  return {
    ...toSource(source, mount, context),
    containerPath: target,
    ...(mode === 'ro' ? { readOnly: true } : {}),
  };
}

function toSource(source: string, mount: string, { volumes, project }: MountContext) {
  if (source.startsWith('/')) return { hostPath: source };
  // Terraform resolves it, so that the JSON says the same on every machine.
  if (source.startsWith('.')) {
    return { hostPath: `\${abspath("\${path.root}/${project}/${source}")}` };
  }
  if (volumes.has(source)) return { volumeName: source };
  throw new Error(
    `volume '${mount}': the state declares no volume '${source}'; a folder begins with './' or '/'`,
  );
}
