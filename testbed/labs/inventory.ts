import type Docker from 'dockerode';

/** What an engine has, as sorted plain data, so that two of them can be compared. */
export interface Inventory {
  readonly containers: readonly string[];
  readonly networks: readonly string[];
  readonly volumes: readonly string[];
  readonly images: readonly string[];
}

const builtIn = ['bridge', 'host', 'none'];

/** Asks an engine for its containers (with state), networks, volumes and images (tag and id). */
export async function inventory(docker: Docker): Promise<Inventory> {
  const [containers, networks, { Volumes: volumes }, images] = await Promise.all([
    docker.listContainers({ all: true }),
    docker.listNetworks(),
    docker.listVolumes(),
    docker.listImages(),
  ]);
  return {
    containers: containers.map(({ Names, Id, State }) => `${nameIn(Names)} ${Id} ${State}`).sort(),
    networks: networks.map(({ Name, Id }) => `${Name} ${Id}`).sort(),
    volumes: volumes.map(({ Name }) => Name).sort(),
    images: images.flatMap((image) => tagsOf(image).map((tag) => `${tag} ${image.Id}`)).sort(),
  };
}

/** Removes everything that a test left, except the engine's own things and pulled images. */
export async function clear(docker: Docker): Promise<void> {
  for (const { Id } of await docker.listContainers({ all: true })) {
    await docker.getContainer(Id).remove({ force: true, v: true });
  }
  const [networks, { Volumes: volumes }, images] = await Promise.all([
    docker.listNetworks(),
    docker.listVolumes(),
    docker.listImages(),
  ]);
  await Promise.all([
    ...networks
      .filter(({ Name }) => !builtIn.includes(Name))
      .map(({ Id }) => docker.getNetwork(Id).remove()),
    ...volumes.map(({ Name }) => docker.getVolume(Name).remove({ force: true })),
  ]);
  await removeImages(docker, images.flatMap(madeHere));
  // The images of a build's steps would keep its base image in use.
  await docker.pruneImages({ filters: { dangling: ['true'] } });
}

/** Removes all tags except `latest` from the pulled images. */
export async function clearTags(docker: Docker): Promise<void> {
  const tags = (await docker.listImages()).flatMap(({ RepoTags }) => RepoTags ?? []);
  await removeImages(
    docker,
    tags.filter((tag) => !/:(?:latest|<none>)$/.test(tag)),
  );
}

// One after the other, because an image is removed with its last name.
async function removeImages(docker: Docker, names: readonly string[]): Promise<void> {
  for (const name of names) await docker.getImage(name).remove({ force: true });
}

function nameIn(names: readonly string[]): string {
  return names.map((name) => name.slice(1)).join(',');
}

function tagsOf({ RepoTags }: Docker.ImageInfo): string[] {
  return RepoTags?.length ? RepoTags : ['<none>:<none>'];
}

/** The names of an image that did not come from a registry (these have no digest) or were pushed to one of this machine. */
function madeHere({ Id, RepoTags, RepoDigests }: Docker.ImageInfo): string[] {
  const isPulled = (repository: string): boolean =>
    !/^(?:localhost|127\.)/.test(repository) &&
    (RepoDigests ?? []).some((digest) => digest.startsWith(`${repository}@`));
  if (!RepoTags?.length) return RepoDigests?.length ? [] : [Id];
  return RepoTags.filter((tag) => !isPulled(tag.slice(0, tag.lastIndexOf(':'))));
}
