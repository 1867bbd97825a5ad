import { loadAll, YAMLException } from 'js-yaml';
import { alias, isVast, most } from './aliases';
import { objectFaults } from './differences';
import { distanceOf, weightOfMissing, type Fault, type Goal, type Held } from './goal';
import { jsonMistake, type JsonMistake } from './json';
import { stepOfDocument } from './parts';
import { strangeness } from './strangeness';

/** Everything in which a text is not as a goal wants it; a text that is no YAML has one fault, which outweighs all others. */
export function faultsOf(text: string, goal: Goal): Fault[] {
  const noJson = goal.jsonIsStrict ? jsonMistake(text) : undefined;
  if (noJson) return [noJsonAt(text, noJson)];
  let documents: unknown[];
  try {
    documents = loadAll(text, { maxAliases: most.aliases });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    return [unreadable(text, error.mark?.line ?? 0, goal)];
  }
  if (isVast(documents)) return [unreadable(text, 0, goal)];
  let objects = objectsIn(documents, goal);
  return goal.wanted.flatMap((wanted) => {
    const tries = objects.map((object) => ({ object, faults: faultsIn(object, wanted, goal) }));
    tries.sort((one, other) => distanceOf(one.faults) - distanceOf(other.faults));
    const [nearest] = tries;
    if (!nearest)
      return [{ kind: 'missing' as const, path: [], wanted, weight: weightOfMissing(wanted) }];
    objects = objects.filter((object) => object !== nearest.object);
    return nearest.faults;
  });
}

/** Whether a text is YAML that stands for so much, or for itself, that nobody should go through it. */
export function isBeyondReading(text: string): boolean {
  if (text.split(alias).length - 1 > most.aliases) return true;
  try {
    return isVast(loadAll(text));
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    return false;
  }
}

function objectsIn(documents: readonly unknown[], goal: Goal): Held[] {
  return documents.flatMap((tree, document) => {
    if (tree === null || tree === undefined) return [];
    const into = documents.length > 1 ? [stepOfDocument(document)] : [];
    const held = goal.unfold?.(tree) ?? [{ tree, path: [] }];
    return held.map((one) => ({ tree: one.tree, path: [...into, ...one.path] }));
  });
}

function faultsIn({ tree, path }: Held, wanted: unknown, goal: Goal): Fault[] {
  return objectFaults(wanted, tree, goal).map((fault) => ({
    ...fault,
    path: [...path, ...fault.path],
  }));
}

function noJsonAt(text: string, { line, count }: JsonMistake): Fault {
  const left = (text.split('\n').length - line) / 50;
  return { kind: 'unreadable', path: [], line, weight: 1_000 + 10 * count + left };
}

function unreadable(text: string, at: number, goal: Goal): Fault {
  const lines = text.split('\n');
  const line = Math.min(at, lines.length - 1);
  const left = (lines.length - line) / 50;
  const weight = 1_000 + left + strangeness(lines, goal.written);
  return { kind: 'unreadable', path: [], line, weight };
}
