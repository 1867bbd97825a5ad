import { join } from 'node:path';

import { environmentOf, Namespace, startWith } from './namespace';

const script = join(__dirname, 'machine.sh');

/** Starts a machine that holds nothing, in namespaces of its own. */
export async function startMachine(name: string): Promise<Namespace> {
  await startWith(script, name, { registry: 'none' });
  return new Namespace(script, name, await environmentOf(script, name));
}
