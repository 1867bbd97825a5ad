import { labs } from './index';
import type { Exercise } from './lab';

export type { Exercise } from './lab';

/**
 * Every lab as data, in the book's order. The build puts the data itself in the place of this module, so that code
 * that needs no checks loads none.
 */
export const exercises: readonly Exercise[] = labs.map(({ checks, ...exercise }) => exercise);
