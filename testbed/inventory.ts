/** What an engine holds, as sorted plain data: two of them can be compared. */
export interface Inventory {
  readonly containers: readonly string[];
  readonly networks: readonly string[];
  readonly volumes: readonly string[];
  readonly images: readonly string[];
}

type Docker = (...args: string[]) => Promise<string>;

const lists = {
  containers: ['ps', '--all', '--no-trunc', '--format', '{{.Names}} {{.ID}} {{.State}}'],
  networks: ['network', 'ls', '--no-trunc', '--format', '{{.Name}} {{.ID}}'],
  volumes: ['volume', 'ls', '--format', '{{.Name}}'],
  images: ['image', 'ls', '--no-trunc', '--format', '{{.Repository}}:{{.Tag}} {{.ID}}'],
} as const;

const lines = (text: string): string[] => text.split('\n').filter(Boolean).sort();

/** Asks an engine for its containers (with state), networks, volumes and images (tag and id). */
export async function inventory(docker: Docker): Promise<Inventory> {
  const [containers, networks, volumes, images] = await Promise.all([
    docker(...lists.containers).then(lines),
    docker(...lists.networks).then(lines),
    docker(...lists.volumes).then(lines),
    docker(...lists.images).then(lines),
  ]);
  return { containers, networks, volumes, images };
}

/** Removes all that a test left: everything but what the engine ships and the images pulled. */
export async function clear(docker: Docker): Promise<void> {
  const remove = async (command: readonly string[], names: readonly string[]): Promise<void> => {
    if (names.length > 0) await docker(...command, ...names);
  };
  const ask = async (...args: string[]): Promise<string[]> => lines(await docker(...args));
  const builtIn = ['bridge', 'host', 'none'];

  await remove(['rm', '--force', '--volumes'], await ask('ps', '--all', '--quiet'));
  const networks = await ask('network', 'ls', '--format', '{{.Name}}');
  await remove(
    ['network', 'rm'],
    networks.filter((name) => !builtIn.includes(name)),
  );
  await remove(['volume', 'rm', '--force'], await ask('volume', 'ls', '--quiet'));
  await remove(['image', 'rm', '--force'], madeHere(await ask(...digests)));
}

const digests = [
  ...['image', 'ls', '--digests', '--format'],
  '{{.Repository}}:{{.Tag}} {{.Digest}} {{.ID}}',
] as const;

/** Of lines "tag digest id", the images that came from no registry (those have no digest) or were pushed to one of this machine. */
function madeHere(images: readonly string[]): string[] {
  const names = images
    .map((line) => line.split(' '))
    .filter(([tag = '', digest]) => digest === '<none>' || /^(?:localhost|127\.)/.test(tag))
    .map(([tag, , id]) => (tag?.includes('<none>') ? id : tag) ?? '');
  return [...new Set(names)];
}
