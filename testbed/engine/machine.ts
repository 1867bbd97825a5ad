import { join } from 'node:path';

import { environmentOf, Namespace, ownName, startWith } from './namespace';
import { repository } from '../programs/paths';

const script = join(repository, 'testbed', 'machine.sh');

/** Starts an empty machine in its own namespaces. */
export async function startMachine(wanted: string): Promise<Namespace> {
  const name = ownName(wanted);
  await startWith(script, name, { registry: 'none' });
  return new Namespace(script, name, await environmentOf(script, name));
}
