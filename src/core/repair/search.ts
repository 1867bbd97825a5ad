import { candidatesAt } from './candidates/candidates';
import { applied, type Change, type Ground } from './change';
import { faultsOf } from './faults';
import { distanceOf, keysIn, type Fault, type Goal } from './goal';
import { lastResort } from './last-resort';
import { partsOf } from './parts';
import { textOfRows, type Row } from './row';
import { suspects } from './suspects';

/** The smallest changes that were found on the way from a text to a goal. */
export interface Repair {
  readonly changes: readonly Change[];
  readonly rows: readonly Row[];
  /** The text after the changes, with the reader's own line endings. */
  readonly text: string;
  /** What still differs; none at the goal. */
  readonly faults: readonly Fault[];
  /** How many texts were tried. */
  readonly tried: number;
}

interface State {
  readonly rows: readonly Row[];
  readonly changes: readonly Change[];
  readonly faults: readonly Fault[];
  readonly distance: number;
  readonly cost: number;
}

/** How many changes a repair may have, and how many of the best next states are kept. */
const most = { changes: 9, kept: 6 };
/** How many lines are read in all: a file of the book has 15 to 60, so some 1,500 texts of it. */
const mostLines = 60_000;

/** Looks for the smallest changes after which a YAML text is as a goal wants it: the nearest text first, until one reaches it or enough were tried. */
export function repair(source: string, goal: Goal): Repair {
  const rows = source.split(/\r?\n/).map((text, origin): Row => ({ text, origin }));
  const keys = new Set(goal.written.flatMap(keysIn));
  const judge = new Judge(goal, Math.max(1, Math.min(1_500, Math.floor(mostLines / rows.length))));
  const start = judge.stateOf(rows, []);
  const open = [start];
  const seen = new Set<string>();
  let best = start;
  while (best.distance > 0 && judge.mayTry) {
    open.sort((one, other) => rank(other) - rank(one));
    const state = open.pop();
    if (!state) break;
    const text = textOfRows(state.rows);
    if (seen.has(text) || state.changes.length >= most.changes) continue;
    seen.add(text);
    const next = nextOf(state, keys, judge);
    open.push(...next.slice(0, most.kept));
    best = better(best, next);
  }
  const ending = source.includes('\r\n') ? '\r\n' : '\n';
  const text = best.rows.map((row) => row.text).join(ending);
  return { changes: best.changes, rows: best.rows, text, faults: best.faults, tried: judge.tried };
}

/** Judges texts, each only once, and no more than it may. */
class Judge {
  private readonly known = new Map<string, Fault[]>();

  constructor(
    private readonly goal: Goal,
    private readonly limit: number,
  ) {}

  get tried(): number {
    return this.known.size;
  }

  get mayTry(): boolean {
    return this.tried < this.limit;
  }

  stateOf(rows: readonly Row[], changes: readonly Change[]): State {
    const text = textOfRows(rows);
    const faults = this.known.get(text) ?? faultsOf(text, this.goal);
    this.known.set(text, faults);
    const costs = changes.map((one) => one.cost + 0.03 * Math.max(one.count, one.rows.length));
    const cost = costs.reduce((sum, one) => sum + one, 0);
    return { rows, changes, faults, distance: distanceOf(faults), cost };
  }
}

/** The states one change further that are nearer to the goal, the best first. */
function nextOf(state: State, keys: ReadonlySet<string>, judge: Judge): State[] {
  const next: State[] = [];
  for (const change of changesOf(state, keys)) {
    if (!judge.mayTry) break;
    const reached = judge.stateOf(applied(state.rows, change), [...state.changes, change]);
    if (reached.distance < state.distance) next.push(reached);
  }
  return next.sort((one, other) => rank(one) - rank(other));
}

function* changesOf({ rows, faults }: State, keys: ReadonlySet<string>): Iterable<Change> {
  const ground: Ground = { rows, parts: rows.map(({ text }) => partsOf(text)), keys };
  if (faults.every(({ kind }) => kind !== 'unreadable')) yield* lastResort(faults, ground);
  for (const at of suspects(faults, ground)) yield* candidatesAt(ground, at);
}

const rank = ({ distance, cost }: State): number => distance + 0.9 * cost;

/** The cheapest state at the goal, or else the nearest to it. */
function better(best: State, next: readonly State[]): State {
  const [done] = next
    .filter(({ distance }) => distance === 0)
    .sort((one, other) => one.cost - other.cost);
  const [nearest] = next;
  if (done) return done;
  return nearest && nearest.distance < best.distance ? nearest : best;
}
