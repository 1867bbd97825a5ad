import type * as z from 'zod/mini';

import type { Engine } from '../docker/engine/engine';
import { Failure } from '../core/failure';
import { inspectedContainer, inspectedVolume } from '../docker/engine/forms';
import type { InspectedContainer } from '../docker/engine/inspect';
import { commandFailed } from '../core/problems/program';
import { nameTaken, volumeInWay } from '../docker/problems/conflicts';

/** The container and the volume of the classroom's mirror. */
const mirrorName = 'dkkb-mirror';
const fillName = `${mirrorName}-fill`;
const role = { label: 'dkkb.role', value: 'mirror' } as const;
const ours = ['--label', `${role.label}=${role.value}`];
const store = '/var/lib/registry';
const loopback = '127.0.0.1';

/** Where a mirror listens. */
export interface MirrorPlace {
  /** An address of this machine. */
  readonly address: string;
  readonly port: number;
}

type InspectedVolume = z.output<typeof inspectedVolume>;

/** Where the mirror of this engine listens, or undefined when there is none that runs. */
export async function runningMirror(engine: Engine): Promise<MirrorPlace | undefined> {
  const container = await findOurs(engine, mirrorName);
  if (container?.State.Status !== 'running') return undefined;
  const [binding] = container.HostConfig.PortBindings?.['5000/tcp'] ?? [];
  return binding && { address: binding.HostIp, port: Number(binding.HostPort) };
}

/** Ends what an earlier run left half done, and a mirror that takes pushes from the network, with all that it holds. */
export async function endUnsafeMirror(engine: Engine): Promise<void> {
  await endFilling(engine);
  const container = await findOurs(engine, mirrorName);
  if (container && mountsOf(container).some(({ RW }) => RW !== false)) await removeMirror(engine);
}

/** Makes the mirror's volume; throws `volume-in-way` where a volume of that name is somebody else's. */
export async function ensureVolume(engine: Engine): Promise<void> {
  const found = await findVolume(engine);
  if (found && !isOurs(found.Labels)) throw inWay(found);
  if (!found) await engine.client.need(['volume', 'create', ...ours, mirrorName]);
}

/** Starts a registry server over the mirror's volume that only this machine reaches; returns its port. */
export async function startFilling(engine: Engine, image: string): Promise<number> {
  const publish = ['--publish', `${loopback}::5000`];
  await start(engine, fillName, image, [...publish, '--volume', `${mirrorName}:${store}`]);
  const container = await findOurs(engine, fillName);
  const port = Number(container?.NetworkSettings.Ports?.['5000/tcp']?.[0]?.HostPort);
  if (port > 0) return port;
  throw new Failure(commandFailed({ command: `docker port ${fillName}`, said: 'no port' }));
}

/** Ends the server that took the images. */
export async function endFilling(engine: Engine): Promise<void> {
  if (await findOurs(engine, fillName))
    await engine.client.need(['container', 'rm', '--force', fillName]);
}

/** Serves the mirror's volume to the network, read-only both in the server and on its disk. */
export async function startMirror(
  engine: Engine,
  image: string,
  { address, port }: MirrorPlace,
): Promise<void> {
  if (await findOurs(engine, mirrorName))
    await engine.client.need(['container', 'rm', '--force', mirrorName]);
  const host = address.includes(':') ? `[${address}]` : address;
  await start(engine, mirrorName, image, [
    ...['--restart', 'unless-stopped'],
    ...['--publish', `${host}:${port}:5000`],
    ...['--volume', `${mirrorName}:${store}:ro`],
    // As JSON: the registry server does not take READONLY_ENABLED.
    ...['--env', 'REGISTRY_STORAGE_MAINTENANCE_READONLY={"enabled":true}'],
  ]);
}

function start(
  { client }: Engine,
  name: string,
  image: string,
  options: readonly string[],
): Promise<string> {
  return client.need(['run', '--detach', '--name', name, ...ours, ...options, '--', image]);
}

/** Removes the mirror with what it held; false when there was none. Throws `volume-in-way` for a volume that is not known to be ours. */
export async function removeMirror(engine: Engine): Promise<boolean> {
  await endFilling(engine);
  const container = await findOurs(engine, mirrorName);
  const volume = await findVolume(engine);
  // Earlier versions gave their volume no label. If our container uses the volume, it is ours.
  const isProven = container !== undefined && mountsOf(container).length > 0;
  if (container) await engine.client.need(['container', 'rm', '--force', mirrorName]);
  if (!volume) return container !== undefined;
  if (!isProven && !isOurs(volume.Labels)) throw inWay(volume);
  await engine.client.need(['volume', 'rm', mirrorName]);
  return true;
}

// Throws `name-in-use` for a container of that name that is somebody else's.
async function findOurs({ api }: Engine, name: string): Promise<InspectedContainer | undefined> {
  const container = await api.find(`/containers/${name}/json`, inspectedContainer);
  if (!container || isOurs(container.Config.Labels)) return container;
  const created = container.Created.slice(0, 10);
  throw new Failure(nameTaken({ name, image: container.Config.Image, created }));
}

function findVolume({ api }: Engine): Promise<InspectedVolume | undefined> {
  return api.find(`/volumes/${mirrorName}`, inspectedVolume);
}

function isOurs(labels: Readonly<Record<string, string>> | null | undefined): boolean {
  return labels?.[role.label] === role.value;
}

function mountsOf({ Mounts }: InspectedContainer): InspectedContainer['Mounts'] {
  return Mounts.filter(({ Type, Name }) => Type === 'volume' && Name === mirrorName);
}

function inWay({ CreatedAt = '' }: InspectedVolume): Failure {
  return new Failure(volumeInWay({ volume: mirrorName, created: CreatedAt.slice(0, 10) }));
}
