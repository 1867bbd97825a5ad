import { join } from 'node:path';

import { need } from './process';

/** Ends the engines that this jest run's workers started. */
export default async function teardown(): Promise<void> {
  await need(join(__dirname, 'engine.sh'), ['sweep', String(process.pid)]);
}
