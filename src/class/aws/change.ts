import { awsTags } from '../config/fleet';
import { asked, ec2 } from './client';
import type { CloudResource } from './resource';

/** How long instances may take to stop or to start, in seconds. */
const moveTime = 300;

/** Gives things of a class the tag of their owner. */
export async function tagOwner(
  region: string,
  things: readonly CloudResource[],
  tag: string,
): Promise<void> {
  const Resources = things.filter(({ kind }) => hasTags(kind)).map(({ id, tagId = id }) => tagId);
  await setTags(region, Resources, { [awsTags.owner]: tag });
}

/** A route and an association have no tags of their own, but those of their table. */
function hasTags(kind: CloudResource['kind']): boolean {
  return kind !== 'route' && kind !== 'association';
}

/** Gives an instance to another student. */
export async function moveStudent(
  region: string,
  instance: string,
  student: string,
  name: string,
): Promise<void> {
  await setTags(region, [instance], { [awsTags.student]: student, Name: name });
}

/** Notes on an instance when it powers itself off. */
export async function tagDeadline(region: string, instance: string, end: Date): Promise<void> {
  await setTags(region, [instance], { [awsTags.until]: end.toISOString() });
}

/** As many things as one request of EC2 may tag. */
const most = 500;

async function setTags(
  region: string,
  ids: readonly string[],
  tags: Readonly<Record<string, string>>,
): Promise<void> {
  if (ids.length === 0) return;
  const { CreateTagsCommand } = await import('@aws-sdk/client-ec2');
  const client = await ec2(region);
  const Tags = Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
  for (let at = 0; at < ids.length; at += most) {
    const Resources = ids.slice(at, at + most);
    await asked(() => client.send(new CreateTagsCommand({ Resources, Tags })));
  }
}

/** Starts stopped instances, and waits until they run. */
export async function startInstances(region: string, InstanceIds: string[]): Promise<void> {
  if (InstanceIds.length === 0) return;
  const sdk = await import('@aws-sdk/client-ec2');
  const client = await ec2(region);
  const limits = { client, maxWaitTime: moveTime, minDelay: 1, maxDelay: 5 };
  await asked(async () => {
    // One that is still stopping cannot be started.
    await sdk.waitUntilInstanceStopped(limits, { InstanceIds });
    await client.send(new sdk.StartInstancesCommand({ InstanceIds }));
    await sdk.waitUntilInstanceRunning(limits, { InstanceIds });
  });
}
