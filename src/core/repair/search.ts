import { hasAlias, whereWritten } from './aliases';
import { candidatesAt, candidatesForAll } from './candidates/candidates';
import { applied, type Change, type Ground, type Mistake } from './change';
import { faultsOf } from './faults';
import { distanceOf, isMapping, keysIn, namesBelow, type Fault, type Goal } from './goal';
import { lastResort } from './last-resort';
import { partsOf, pathsOf } from './parts';
import { textOfRows, type Row } from './row';
import { suspects } from './suspects';

/** The smallest changes that were found on the way from a text to a goal. */
export interface Repair<Kind extends string = Mistake> {
  /** The lines of the text as it was. */
  readonly start: readonly Row[];
  readonly changes: readonly Change<Kind>[];
  readonly rows: readonly Row[];
  /** The text after the changes, with the reader's own line endings. */
  readonly text: string;
  /** What still differs; none at the goal. */
  readonly faults: readonly Fault[];
  /** How many texts were tried. */
  readonly tried: number;
}

/** What a search goes through. */
export interface Space<Kind extends string> {
  /** Everything in which a text is not as it is wanted. */
  faults(text: string): Fault[];
  /** The changes that may undo a mistake behind those faults: the likely ones first, in groups of which one that explains enough ends the rest. */
  changes(rows: readonly Row[], faults: readonly Fault[]): Iterable<readonly Change<Kind>[]>;
}

interface State<Kind extends string> {
  readonly rows: readonly Row[];
  readonly changes: readonly Change<Kind>[];
  readonly faults: readonly Fault[];
  readonly distance: number;
  readonly cost: number;
}

/** How many changes a repair may have, how many of the best next states are kept, and how many texts are tried when a way is known. */
const most = { changes: 9, kept: 6, afterGoal: 120, plainCost: 1.25 };
/** From how far away on a text is no YAML. */
const unreadable = 1_000;
/** How many lines are read in all: a file of the book has 15 to 60, so some 1,000 texts of it. */
const mostLines = 45_000;

/** Looks for the smallest changes after which a YAML text is as a goal wants it: the nearest text first, until one reaches it or enough were tried. */
export function repair(source: string, goal: Goal): Repair {
  // The parser refuses hundreds of texts: where in the program it did is of no use.
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return search(source, yamlSpace(goal));
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

function yamlSpace(goal: Goal): Space<Mistake> {
  const names = {
    keys: new Set(goal.written.flatMap(keysIn)),
    below: namesBelow(goal.written),
    roots: new Set(goal.written.filter(isMapping).flatMap(Object.keys)),
  };
  return {
    faults: (text) => faultsOf(text, goal),
    changes: (rows, faults) => changesOf(rows, faults, names),
  };
}

/** Looks for the smallest changes of a text after which it has no faults. */
export function search<Kind extends string>(source: string, space: Space<Kind>): Repair<Kind> {
  const rows = source.split(/\r?\n/).map((text, origin): Row => ({ text, origin }));
  const judge = new Judge(space, Math.max(1, Math.min(1_000, Math.floor(mostLines / rows.length))));
  const start = judge.stateOf(rows, []);
  const open = [start];
  const seen = new Set<string>();
  let best = start;
  while (start.distance > 0 && judge.mayTry) {
    open.sort((one, other) => rank(other) - rank(one));
    const state = open.pop();
    if (!state) break;
    const text = textOfRows(state.rows);
    if (seen.has(text) || !mayImprove(state, best)) continue;
    if (best.distance === 0) judge.hurry();
    seen.add(text);
    const next = nextOf(state, space, judge);
    open.push(...next.slice(0, most.kept));
    best = better(best, next);
  }
  const ending = source.includes('\r\n') ? '\r\n' : '\n';
  const text = best.rows.map((row) => row.text).join(ending);
  const { changes, faults } = best;
  return { start: rows, changes, rows: best.rows, text, faults, tried: judge.tried };
}

/** Judges texts, each only once, and no more than it may. */
class Judge<Kind extends string> {
  private readonly known = new Map<string, Fault[]>();
  private isHurried = false;

  constructor(
    private readonly space: Space<Kind>,
    private limit: number,
  ) {}

  /** A way is known: only a little more is tried. */
  hurry(): void {
    if (this.isHurried) return;
    this.isHurried = true;
    this.limit = Math.min(this.limit, this.tried + most.afterGoal);
  }

  get tried(): number {
    return this.known.size;
  }

  get mayTry(): boolean {
    return this.tried < this.limit;
  }

  stateOf(rows: readonly Row[], changes: readonly Change<Kind>[]): State<Kind> {
    const text = textOfRows(rows);
    const faults = this.known.get(text) ?? this.space.faults(text);
    this.known.set(text, faults);
    const costs = changes.map((one) => one.cost + 0.03 * Math.max(one.count, one.rows.length));
    const cost = costs.reduce((sum, one) => sum + one, 0);
    return { rows, changes, faults, distance: distanceOf(faults), cost };
  }
}

/** The states one change further that are nearer to the goal, the best first. */
function nextOf<Kind extends string>(
  state: State<Kind>,
  space: Space<Kind>,
  judge: Judge<Kind>,
): State<Kind>[] {
  const next: State<Kind>[] = [];
  for (const changes of space.changes(state.rows, state.faults)) {
    for (const change of changes) {
      if (!judge.mayTry) break;
      const reached = judge.stateOf(applied(state.rows, change), [...state.changes, change]);
      if (reached.distance < state.distance) next.push(reached);
    }
    if (next.some((reached) => isPlain(state, reached))) break;
  }
  return next.sort((one, other) => rank(one) - rank(other));
}

/** Whether a change of one line explains so much that others need not be tried in its place. */
function isPlain<Kind extends string>(state: State<Kind>, reached: State<Kind>): boolean {
  if (reached.cost - state.cost >= most.plainCost) return false;
  if (reached.distance === 0) return true;
  const isOfLine = reached.changes.at(-1)?.count === 1;
  const isReadable = state.distance < unreadable;
  return isOfLine && isReadable && state.distance - reached.distance > 6;
}

type Names = Pick<Ground, 'keys' | 'below' | 'roots'>;

function* changesOf(
  rows: readonly Row[],
  faults: readonly Fault[],
  names: Names,
): Iterable<Change[]> {
  const ground: Ground = { rows, parts: rows.map(({ text }) => partsOf(text)), ...names };
  yield candidatesForAll(ground);
  const written = withPlaces(faults, ground);
  if (faults.every(({ kind }) => kind !== 'unreadable')) yield lastResort(written, ground);
  yield* candidatesAt(ground, suspects(written, ground));
}

/** Faults by the ways to where their values are written. */
function withPlaces(faults: readonly Fault[], { rows, parts }: Ground): readonly Fault[] {
  if (!rows.some(({ text }) => hasAlias(text))) return faults;
  const paths = pathsOf(parts);
  return faults.map((fault) => ({ ...fault, path: whereWritten(fault.path, rows, paths) }));
}

/** Whether one change more may lead to a better state than the best one. */
function mayImprove<Kind extends string>(
  { changes, cost }: State<Kind>,
  best: State<Kind>,
): boolean {
  if (best.distance > 0) return changes.length < most.changes;
  return changes.length < best.changes.length - 1 || cost + 2 < best.cost;
}

type Weighed = Pick<State<string>, 'distance' | 'cost'>;

const rank = ({ distance, cost }: Weighed): number => distance + 0.9 * cost;

/** The cheapest state at the goal, or else the nearest to it. */
function better<Kind extends string>(best: State<Kind>, next: readonly State<Kind>[]): State<Kind> {
  const [done] = next
    .filter(({ distance }) => distance === 0)
    .sort((one, other) => one.cost - other.cost);
  const [nearest] = next;
  if (done) return best.distance > 0 || done.cost < best.cost ? done : best;
  return nearest && nearest.distance < best.distance ? nearest : best;
}
