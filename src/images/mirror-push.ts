import type { DockerClient } from '../docker/engine/client';

/** Puts an image of this engine into a registry server of this machine, under the name that the public registry gives it. */
export async function pushToMirror(
  client: DockerClient,
  image: string,
  port: number,
): Promise<void> {
  const target = `127.0.0.1:${port}/library/${image}:latest`;
  await client.need(['image', 'tag', image, target]);
  try {
    await client.need(['image', 'push', '--quiet', target], {}, { image });
  } finally {
    await client.run(['image', 'rm', target]);
  }
}

/** What a registry server answers to somebody who wants to push: 405 where it is read only; undefined where it does not answer. */
export async function answerToPush(registry: string): Promise<number | undefined> {
  const url = `${registry}/v2/library/dkkb-probe/blobs/uploads/`;
  try {
    const signal = AbortSignal.timeout(5_000);
    const { status, body } = await fetch(url, { method: 'POST', redirect: 'manual', signal });
    await body?.cancel();
    return status;
  } catch {
    return undefined;
  }
}
