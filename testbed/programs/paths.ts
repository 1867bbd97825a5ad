import { homedir } from 'node:os';
import { join } from 'node:path';

/** The folder of this checkout. */
export const repository = join(__dirname, '..', '..');

/** The built command. */
export const dkkb = join(repository, 'build', 'dkkb.mjs');

/** The folder in which the parts of the test bed are kept. */
export const cache = join(
  process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'),
  'dkkb',
  'testbed',
);
