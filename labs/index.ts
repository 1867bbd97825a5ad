import { labs as appendixLabs } from './app-labs';
import { labs as clusterLabs } from './cluster-labs';
import { labs as dockerLabs } from './docker-labs';
import type { Lab } from './lab';

/** Every lab, in the order of the book. */
export const labs: readonly Lab[] = [...dockerLabs, ...clusterLabs, ...appendixLabs];
