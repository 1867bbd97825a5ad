import { posix } from 'node:path';
import { distance } from 'fastest-levenshtein';

import { repositoryOf, withTag } from '../../../core/image-name';
import type { Fault } from '../../../core/repair/goal';
import { instructionNames, instructionsOf, type Instruction } from '../../model/dockerfile';
import { inBuildFolder, type DockerfileGoal } from './goal';

/** Everything in which a Dockerfile cannot be built, or does not make the image of a goal. */
export function dockerfileFaults(text: string, goal: DockerfileGoal): Fault[] {
  const all = instructionsOf(text);
  const unknown = all.filter(({ name }) => !instructionNames.has(name));
  return [
    ...unknown.map((one) => fault(one, 5 + fromNames(one.name), one.name)),
    ...baseFaults(all, goal),
    ...pageFaults(all, goal),
  ];
}

/** How far a name is from all that Docker knows. */
const fromNames = (name: string) =>
  Math.min(...[...instructionNames].map((known) => farness(known, name)));

const fault = (line: Instruction | undefined, weight: number, found: unknown): Fault => ({
  kind: 'wrong',
  path: [],
  line: line?.line ?? 0,
  found,
  weight,
});

function baseFaults(all: readonly Instruction[], { base }: DockerfileGoal): Fault[] {
  const known = all.filter(({ name }) => instructionNames.has(name));
  const froms = known.filter(({ name }) => name === 'FROM');
  const first = known.find(({ name }) => name !== 'ARG');
  const last = froms.at(-1);
  if (!last) return [fault(undefined, 5, 'FROM')];
  const stages = new Set(froms.slice(0, -1).map(({ words }) => words[2]));
  return [
    ...(first?.name === 'FROM' ? [] : [fault(first, 3, first?.name)]),
    ...froms.filter(({ words }) => !isFrom(words)).map((one) => fault(one, 2, one.words)),
    ...(stages.has(last.words[0]) ? [] : imageFaults(last, base)),
  ];
}

const isFrom = (words: readonly string[]) =>
  words.length === 1 || (words.length === 3 && words[1]?.toLowerCase() === 'as');

function imageFaults(from: Instruction, base: string): Fault[] {
  const [image = ''] = from.words;
  if (image.includes('$')) return [];
  const tag = withTag(image).slice(withTag(image).lastIndexOf(':') + 1);
  const isSlip = tag !== 'latest' && distance(tag, 'latest') <= 2;
  if (repositoryOf(image) === base) return isSlip ? [fault(from, 1.2, image)] : [];
  return [fault(from, 1.2 + farness(base, image), image)];
}

const farness = (wanted: string, found: string) =>
  distance(wanted, found) / Math.max(wanted.length, found.length, 1);

/** The page has to come into the image: by a line that copies it, or by one that says nothing of where it comes from. */
function pageFaults(all: readonly Instruction[], goal: DockerfileGoal): Fault[] {
  const copies = all.filter(({ name }) => name === 'COPY' || name === 'ADD');
  const runs = all
    .filter(({ name }) => name === 'RUN')
    .map((run) => ({ run, faults: runFaults(run, goal) }));
  const tries = copies.map((copy) => copyFaults(copy, workFolder(all, copy), goal));
  const broken = [
    ...runs.flatMap(({ faults }) => faults),
    ...tries.flatMap(({ broken }) => broken),
  ];
  const isDone =
    tries.some(({ elsewhere, broken: own }) => elsewhere.length + own.length === 0) ||
    runs.some(
      ({ run, faults }) => faults.length === 0 && run.words.join(' ').includes(goal.target),
    );
  if (isDone) return broken;
  const [nearest] = tries
    .map(({ elsewhere }) => elsewhere)
    .filter((faults) => faults.length > 0)
    .sort((one, other) => weightOf(one) - weightOf(other));
  if (nearest) return [...broken, ...nearest];
  return broken.length > 0 ? broken : [fault(all.at(-1), 5, 'COPY')];
}

const weightOf = (faults: readonly Fault[]) => faults.reduce((sum, { weight }) => sum + weight, 0);

/** While an image is built, the files of this computer are not there for `RUN`. */
function runFaults(run: Instruction, { page }: DockerfileGoal): Fault[] {
  const [program = '', ...rest] = run.words;
  const isCopy = /^(?:cp|mv|copy)$/i.test(program) && rest.some((word) => word.endsWith(page));
  return isCopy ? [fault(run, 4, run.words)] : [];
}

interface CopyFaults {
  /** What stops the build. */
  readonly broken: readonly Fault[];
  /** In what the copy does not bring the page. */
  readonly elsewhere: readonly Fault[];
}

function copyFaults(copy: Instruction, folder: string, goal: DockerfileGoal): CopyFaults {
  const { words, flags } = copy;
  const target = words.at(-1);
  const sources = words.slice(0, -1);
  if (flags.some((flag) => flag.startsWith('--from')) || words.some(isFromElsewhere))
    return { broken: [], elsewhere: [] };
  if (target === undefined || sources.length === 0)
    return { broken: [fault(copy, 4, words)], elsewhere: [] };
  const missing = sources.filter((source) => !isThere(source, goal));
  const many = sources.length > 1 && !target.endsWith('/') ? [fault(copy, 1.5, words)] : [];
  const broken = [
    ...missing.map((one) => fault(copy, 1.5 + farness(goal.page, one), one)),
    ...many,
  ];
  return { broken, elsewhere: targetFaults(copy, folder, goal) };
}

const isFromElsewhere = (word: string) => /\$|^<<|^https?:/.test(word);
const isPattern = (word: string) => /[*?]|\[[^[\]]+\]/.test(word);

function isThere(source: string, { files }: DockerfileGoal): boolean {
  const path = inBuildFolder(source);
  return path === '' || isPattern(source) || (files.has(path) && !source.startsWith('..'));
}

function targetFaults(
  copy: Instruction,
  folder: string,
  { target: wanted, page }: DockerfileGoal,
): Fault[] {
  const target = copy.words.at(-1) ?? '';
  const sources = copy.words.slice(0, -1).map(inBuildFolder);
  const bringsPage = sources.some(
    (one) => posix.basename(one) === page || one === '' || isPattern(one),
  );
  const ends = [...(bringsPage ? [wanted, `${wanted}/`] : []), `${wanted}/${page}`];
  // Without `WORKDIR`, the image begins in the folder above that of its pages.
  const start = folder === '' ? posix.dirname(wanted) : folder;
  const path = posix.resolve(start, target) + (/\/$/.test(target) ? '/' : '');
  return ends.includes(path) ? [] : [fault(copy, 1.2 + farness(wanted, target), target)];
}

/** The folder in which a line of a Dockerfile works; empty where no line says it. */
function workFolder(all: readonly Instruction[], at: Instruction): string {
  const folders = all.filter(({ name, line }) => name === 'WORKDIR' && line < at.line);
  return folders.reduce((folder, { words }) => posix.resolve('/', folder, words[0] ?? ''), '');
}
