import { distance } from 'fastest-levenshtein';
import { distanceOf, isMapping, weightOfMissing, type Fault, type Goal } from './goal';
import type { Steps } from './parts';

/** Everything in which one object is not as it is wanted; what it has besides is no fault where the schema knows it. */
export function objectFaults(wanted: unknown, found: unknown, goal: Goal): Fault[] {
  const faults = [
    ...unknownFields(found, [], found, goal),
    ...(goal.misfits?.(found) ?? []),
    ...compare(wanted, goal.normal(found), [], goal),
  ];
  return faults.map((fault) => goal.asWritten?.(fault, found) ?? fault);
}

function unknownFields(tree: unknown, path: Steps, root: unknown, goal: Goal): Fault[] {
  if (Array.isArray(tree))
    return tree.flatMap((item, at) => unknownFields(item, [...path, at], root, goal));
  if (!isMapping(tree)) return [];
  const known = goal.fieldsAt(path, root);
  return Object.entries(tree).flatMap(([key, value]): Fault[] => {
    const here = [...path, key];
    if (!known || known.has(key)) return unknownFields(value, here, root, goal);
    return [{ kind: 'unknown', path: here, found: value, weight: 4 }];
  });
}

function compare(wanted: unknown, found: unknown, path: Steps, goal: Goal): Fault[] {
  if (goal.isFree(path)) return [];
  if (wanted === null && found !== undefined) {
    const isNothing = found === null || isMapping(found);
    return isNothing ? [] : [{ kind: 'wrong', path, wanted, found, weight: 1.5 }];
  }
  if (found === undefined || found === null)
    return [{ kind: 'missing', path, wanted, found, weight: weightOfMissing(wanted) }];
  if (Array.isArray(wanted)) return compareLists(wanted, found, path, goal);
  if (isMapping(wanted)) {
    if (!isMapping(found)) return [ofOtherForm(wanted, found, path)];
    const faults = Object.entries(wanted).flatMap(([key, value]) =>
      compare(value, found[key], [...path, key], goal),
    );
    const isFree = goal.fieldsAt(path, undefined) === undefined;
    return isFree ? [...faults, ...namesWithoutText(wanted, found, path)] : faults;
  }
  if (goal.isEnough(path, wanted, found)) return [];
  return [{ kind: 'wrong', path, wanted, found, weight: farness(String(wanted), found) }];
}

// Beside names with a text, such as labels, a name with nothing or with more names is no name.
function namesWithoutText(
  wanted: Readonly<Record<string, unknown>>,
  found: Readonly<Record<string, unknown>>,
  path: Steps,
): Fault[] {
  if (!Object.values(wanted).every((value) => typeof value === 'string')) return [];
  return Object.keys(found)
    .filter((key) => typeof found[key] === 'object' && !(key in wanted))
    .map((key) => ({ kind: 'unknown', path: [...path, key], found: found[key], weight: 2 }));
}

const ofOtherForm = (wanted: unknown, found: unknown, path: Steps): Fault => ({
  kind: 'form',
  path,
  wanted,
  found,
  weight: weightOfMissing(wanted) + 2,
});

// The nearest item that is still free stands for each wanted one.
function compareLists(
  wanted: readonly unknown[],
  found: unknown,
  path: Steps,
  goal: Goal,
): Fault[] {
  if (!Array.isArray(found)) return [ofOtherForm(wanted, found, path)];
  const free = new Map(found.map((item: unknown, at) => [at, item]));
  return wanted.flatMap((item) => {
    const weight = weightOfMissing(item);
    const missing: Fault = { kind: 'missing', path: [...path, found.length], wanted: item, weight };
    const tries = [...free].map(([at, other]) => ({
      at,
      faults: compare(item, other, [...path, at], goal),
    }));
    tries.sort((one, other) => distanceOf(one.faults) - distanceOf(other.faults));
    const [nearest] = tries;
    if (!nearest || distanceOf(nearest.faults) > weight) return [missing];
    free.delete(nearest.at);
    return nearest.faults;
  });
}

function farness(wanted: string, found: unknown): number {
  if (typeof found === 'object') return 2;
  const have = String(found);
  // The same letters as a text and as a number.
  if (have === wanted) return 0.5;
  return 1 + distance(wanted, have) / Math.max(wanted.length, have.length, 1);
}
