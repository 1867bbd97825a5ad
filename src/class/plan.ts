import type { Problem } from '../core/problem';
import { pricePerHour, pricesOf } from './config/prices';
import { callerIdentity } from './aws/client';
import { cloudOrPermissions, preflight } from './preflight';
import type { ClassSession } from './session';
import { leaving, missingOf } from './up';

/** What `class up` would do, and what it would cost at list prices. */
export interface ClassPlan {
  readonly account: string;
  /** The students whose VM is to be made. */
  readonly missing: readonly string[];
  readonly there: readonly string[];
  /** Students who are no longer on the roster and still have a VM. */
  readonly leaving: readonly string[];
  readonly perHour: number | undefined;
  readonly total: number | undefined;
  readonly pricesOf: string;
  /** The problems that would stop `class up`, and notes on what could not be found out. */
  readonly problems: readonly Problem[];
}

/** Looks at what is there and what is missing; makes nothing. */
export async function planClass(session: ClassSession): Promise<ClassPlan> {
  const { config } = session;
  const account = await callerIdentity(config.region);
  const things = await cloudOrPermissions(account, session);
  const ids = config.students.map(({ id }) => id);
  const missing = missingOf(session, things);
  const planned = { account, found: things, count: missing.length };
  const price = pricePerHour(config);
  const perHour = price === undefined ? undefined : price * ids.length;
  return {
    account,
    missing,
    there: ids.filter((id) => !missing.includes(id)),
    leaving: leaving(session, things),
    perHour,
    total: perHour === undefined ? undefined : perHour * config.hours,
    pricesOf,
    problems: await preflight(session, planned),
  };
}
