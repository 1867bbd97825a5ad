import { join } from 'node:path';

import { endKeptAws } from '../aws/aws';
import { need } from '../programs/process';
import { repository } from '../programs/paths';

/** Ends the engines and the AWS APIs that this jest run's workers started. */
export default async function teardown(): Promise<void> {
  await endKeptAws(process.pid);
  await need(join(repository, 'testbed', 'engine.sh'), ['sweep', String(process.pid)]);
}
