import { Failure } from '../core/failure';

/** Nothing, where a question failed in a way that is known. */
export function orNothing(error: unknown): undefined {
  if (error instanceof Failure) return undefined;
  throw error;
}
