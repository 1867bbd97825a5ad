import { pricePerHour, pricesOf } from '../classes/prices';
import { callerIdentity } from '../runtime/aws';
import { cloudOf, type ClassSession } from './class-session';
import { isAlive, leaving } from './class-up';

/** What `class up` would do, and what it would cost by the list. */
export interface ClassPlan {
  readonly account: string;
  /** The students whose VM is to be made. */
  readonly missing: readonly string[];
  readonly there: readonly string[];
  /** VMs of students who are on the roster no more. */
  readonly leaving: readonly string[];
  readonly perHour: number | undefined;
  readonly total: number | undefined;
  readonly pricesOf: string;
}

/** Looks at what is there and what is missing; makes nothing. */
export async function planClass(session: ClassSession): Promise<ClassPlan> {
  const { config } = session;
  const account = await callerIdentity(config.region);
  const things = await cloudOf(session);
  const found = things.filter(({ kind, state = '' }) => kind === 'instance' && isAlive(state));
  const running = new Set(found.flatMap(({ student }) => student ?? []));
  const ids = config.students.map(({ id }) => id);
  const price = pricePerHour(config);
  const perHour = price === undefined ? undefined : price * ids.length;
  return {
    account,
    missing: ids.filter((id) => !running.has(id)),
    there: ids.filter((id) => running.has(id)),
    leaving: leaving(session, things),
    perHour,
    total: perHour === undefined ? undefined : perHour * config.hours,
    pricesOf,
  };
}
