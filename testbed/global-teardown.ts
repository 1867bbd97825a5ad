import { join } from 'node:path';

import { endKeptAws } from './aws';
import { need } from './process';

/** Ends the engines and the AWS APIs that this jest run's workers started. */
export default async function teardown(): Promise<void> {
  await endKeptAws(process.pid);
  await need(join(__dirname, 'engine.sh'), ['sweep', String(process.pid)]);
}
