import { loadAll, YAMLException } from 'js-yaml';
import { objectFaults } from './differences';
import { distanceOf, leavesIn, type Fault, type Goal } from './goal';
import { strangeness } from './strangeness';

/** Everything in which a text is not as a goal wants it; a text that is no YAML has one fault, which outweighs all others. */
export function faultsOf(text: string, goal: Goal): Fault[] {
  let trees: unknown[];
  try {
    trees = loadAll(text).filter((tree) => tree !== null && tree !== undefined);
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    return [unreadable(text, error, goal)];
  }
  return goal.wanted.flatMap((wanted) => {
    const tries = trees.map((tree) => ({ tree, faults: objectFaults(wanted, tree, goal) }));
    tries.sort((one, other) => distanceOf(one.faults) - distanceOf(other.faults));
    const [nearest] = tries;
    if (!nearest)
      return [{ kind: 'missing' as const, path: [], wanted, weight: 3 * leavesIn(wanted) }];
    trees = trees.filter((tree) => tree !== nearest.tree);
    return nearest.faults;
  });
}

function unreadable(text: string, { mark }: YAMLException, goal: Goal): Fault {
  const lines = text.split('\n');
  const line = Math.min(mark?.line ?? 0, lines.length - 1);
  const left = (lines.length - line) / 50;
  const weight = 1_000 + left + strangeness(lines, goal.written);
  return { kind: 'unreadable', path: [], line, weight };
}
