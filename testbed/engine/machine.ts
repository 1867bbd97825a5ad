import { join } from 'node:path';

import { environmentOf, Namespace, ownName, startWith } from './namespace';
import { repository } from '../programs/paths';

const script = join(repository, 'testbed', 'machine.sh');

/** Starts a machine that holds nothing, in namespaces of its own. */
export async function startMachine(wanted: string): Promise<Namespace> {
  const name = ownName(wanted);
  await startWith(script, name, { registry: 'none' });
  return new Namespace(script, name, await environmentOf(script, name));
}
