import { join } from 'node:path';

import { environmentOf, Namespace, ownName, startWith } from './namespace';

const script = join(__dirname, 'machine.sh');

/** Starts a machine that holds nothing, in namespaces of its own. */
export async function startMachine(wanted: string): Promise<Namespace> {
  const name = ownName(wanted);
  await startWith(script, name, { registry: 'none' });
  return new Namespace(script, name, await environmentOf(script, name));
}
