import { docker, dockerRaw, inspectExisting } from './docker';
import { Failure } from './failure';
import { inspectedContainer } from './forms';
import type { InspectedContainer } from './inspect';

/** The container and the volume of the classroom's mirror. */
export const mirrorName = 'dkkb-mirror';
const mirrorLabel = { name: 'dkkb.role', value: 'mirror' } as const;

/** Where a mirror listens. */
export interface MirrorPlace {
  /** An address of this machine. */
  readonly address: string;
  readonly port: number;
}

/** Where the mirror of this engine listens, or undefined when there is none. */
export async function runningMirror(): Promise<MirrorPlace | undefined> {
  const container = await findMirror();
  if (container?.State.Status !== 'running') return undefined;
  const bindings = container.HostConfig.PortBindings?.['5000/tcp'] ?? [];
  const chosen = bindings.find(({ HostIp }) => HostIp !== loopback) ?? bindings[0];
  return chosen ? { address: chosen.HostIp, port: Number(chosen.HostPort) } : undefined;
}

// Throws `name-in-use` for a container of that name that is somebody else's.
async function findMirror(): Promise<InspectedContainer | undefined> {
  const [container] = await inspectExisting('container', [mirrorName], inspectedContainer);
  if (!container || container.Config.Labels?.[mirrorLabel.name] === mirrorLabel.value)
    return container;
  throw new Failure('name-in-use', {
    name: mirrorName,
    image: container.Config.Image,
    created: container.Created.slice(0, 10),
  });
}

const loopback = '127.0.0.1';

/** Starts the registry server of the kit as a mirror, in place of one that listened elsewhere. */
export async function startMirror(image: string, { address, port }: MirrorPlace): Promise<void> {
  if (await findMirror()) await docker(['container', 'rm', '--force', mirrorName]);
  const addresses = [...new Set([address, loopback])];
  await docker([
    'run',
    '--detach',
    '--name',
    mirrorName,
    '--label',
    `${mirrorLabel.name}=${mirrorLabel.value}`,
    '--restart',
    'unless-stopped',
    ...addresses.flatMap((host) => ['--publish', `${host}:${port}:5000`]),
    '--volume',
    `${mirrorName}:/var/lib/registry`,
    image,
  ]);
}

/** Puts an image of this engine into the mirror, under the name that the public registry gives it. */
export async function pushToMirror(image: string, port: number): Promise<void> {
  const target = `${loopback}:${port}/library/${image}:latest`;
  await docker(['image', 'tag', image, target]);
  try {
    await docker(['image', 'push', '--quiet', target], {}, { image });
  } finally {
    await dockerRaw(['image', 'rm', target]);
  }
}

/** Removes the mirror with what it held; false when there was none. */
export async function removeMirror(): Promise<boolean> {
  const container = await findMirror();
  if (container) await docker(['container', 'rm', '--force', mirrorName]);
  await docker(['volume', 'rm', '--force', mirrorName]);
  return container !== undefined;
}
