import { parentOf } from '../../core/machine/in-folder';
import type { DockerClient } from './client';
import { failureFrom } from './refusals';
import { parseJson } from '../../core/answers/json';

/** Brings the named services of a Compose model up, whatever they depend on, detached; the model travels on standard input, so no file is left behind. */
export async function composeUp(
  client: DockerClient,
  model: { readonly name: string },
  services: readonly string[],
  onLine?: (line: string) => void,
): Promise<void> {
  const args = [
    'compose',
    '--file',
    '-',
    '--project-name',
    model.name,
    '--progress',
    'plain',
    'up',
    '--detach',
    '--no-color',
    '--no-deps',
    ...services,
  ];
  const input = JSON.stringify(model);
  const { code, stderr } = await client.run(args, { input, ...(onLine ? { onLine } : {}) });
  if (code !== 0) throw failureFrom(stderr, { command: 'docker compose up' });
}

/** Brings the named services of a Compose file up, with an overriding model on top of it; projects are named as Compose names them. */
export async function composeUpFile(
  client: DockerClient,
  file: string,
  override: object,
  services: readonly string[],
): Promise<void> {
  const files = ['compose', '--file', file, '--file', '-', '--project-directory', parentOf(file)];
  const args = [...files, '--progress', 'plain', 'up', '--detach', '--no-deps', ...services];
  const { code, stderr } = await client.run(args, { input: JSON.stringify(override) });
  if (code !== 0) throw failureFrom(stderr, { command: 'docker compose up' });
}

/** The names that a Compose file gives to its services, networks and volumes; throws what Compose says of a file that it cannot read. */
export async function composeNames(
  client: DockerClient,
  file: string,
): Promise<Record<'services' | 'networks' | 'volumes', string[]>> {
  const output = await client.need(['compose', '--file', file, 'config', '--format', 'json']);
  const config = parseJson(output) as Record<string, Record<string, unknown> | undefined>;
  const names = (kind: string) => Object.keys(config[kind] ?? {});
  return { services: names('services'), networks: names('networks'), volumes: names('volumes') };
}
