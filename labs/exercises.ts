import { labs } from './index';
import type { Lab } from './lab';

/** A lab without its checks. */
type WithoutChecks<L> = L extends Lab ? Omit<L, 'checks'> : never;

/** A lab as data: what it says, gives and asks for. */
export type Exercise = WithoutChecks<Lab>;

/**
 * Every lab as data, in the book's order. The build puts the data itself in the place of this module, so that code
 * that needs no checks loads none.
 */
export const exercises: readonly Exercise[] = labs.map(({ checks, ...exercise }) => exercise);

/** Those that are done on a Docker Engine. */
export const dockerExercises = exercises.filter((one) => one.platform === 'docker');
