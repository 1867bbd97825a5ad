import { dockerRaw } from './docker';
import { failureFrom } from './failure';

/** Brings the named services of a Compose model up, whatever they depend on, detached; the model travels on standard input, so no file is left behind. */
export async function composeUp(
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
  const { code, stderr } = await dockerRaw(args, { input, ...(onLine ? { onLine } : {}) });
  if (code !== 0) throw failureFrom(stderr, { command: 'docker compose up' });
}
