import { mendingOf } from '../src/core/checks/mending';
import { edited } from '../src/core/edit';
import type { Problem } from '../src/core/problem';
import { faultsOf } from '../src/core/repair/faults';
import { distanceOf, type Goal } from '../src/core/repair/goal';
import { slips } from '../src/core/repair/mistakes.fixture';
import { composeGoal } from '../src/docker/checks/compose/goal';
import { composeFile } from '../src/docker/model/compose-file';
import { judgeText } from '../src/kubernetes/checks/judge-text';
import { manifestGoal } from '../src/kubernetes/checks/manifest-goal';
import { manifestText } from '../src/kubernetes/model/manifest-object';
import { manifests } from '../src/kubernetes/model/manifests';
import { oneOf, randomOf } from '../testbed/hostile/mutate';
import {
  redmineAndMysql,
  wordpressAndMariadb,
  wordpressAndMysql,
} from './shared/compose-solutions';

/** A file of the book that readers write. */
export interface BookFile {
  readonly name: string;
  readonly text: string;
  readonly goal: Goal;
  /** What is told of another text in its place. */
  problems(text: string): readonly Problem[];
}

/** Every file of the book that readers write in YAML. */
export const bookFiles: readonly BookFile[] = [
  ...manifests.map((manifest) => ({
    name: manifest.file,
    text: manifestText(manifest),
    goal: manifestGoal(manifest),
    problems: (text: string) => judgeText(manifest, 'file.yml', text) ?? [],
  })),
  ...[wordpressAndMysql, redmineAndMysql, wordpressAndMariadb].map((state) => ({
    name: Object.keys(state.services ?? {}).join(' and '),
    text: composeFile(state),
    goal: composeGoal(state),
    problems: (text: string) => mendingOf('file.yml', text, composeGoal(state))?.problems ?? [],
  })),
];

/** A file with mistakes, and their names. */
export interface Spoiled {
  readonly file: BookFile;
  readonly text: string;
  readonly made: readonly string[];
}

/** A solution with one to three mistakes. */
export function spoiled(seed: number): Spoiled {
  const random = randomOf(seed);
  const file = oneOf(random, bookFiles);
  const count = 1 + Math.floor(random() * 3);
  let lines = file.text.split('\n');
  const made: string[] = [];
  while (made.length < count) {
    const name = oneOf(random, Object.keys(slips));
    const next = slips[name]?.(lines, random);
    if (!next || next.join('\n') === lines.join('\n')) continue;
    lines = next;
    made.push(name);
  }
  return { file, text: lines.join('\n'), made };
}

/** How often a reader follows what is told and checks again. */
const rounds = 5;

/** What becomes of a text when the edits of all its problems are followed, and it is checked again, until nothing is told any more or nothing changes. */
export function followed({ problems }: BookFile, text: string): string {
  let now = text;
  for (let round = 0; round < rounds; round += 1) {
    const edits = problems(now).flatMap((problem) => problem.edits ?? []);
    const next = edited(now.split(/\r?\n/), edits).join('\n');
    if (next === now) break;
    now = next;
  }
  return now;
}

/** How far a text is from what its file has to say. */
export const farness = ({ goal }: BookFile, text: string): number =>
  distanceOf(faultsOf(text, goal));

/** What is left of the mistakes of many seeds. */
export interface Ends {
  /** Seeds whose text is not right in the end, with what was made wrong. */
  readonly failed: readonly object[];
  /** Seeds whose text is further away than it was. */
  readonly further: readonly object[];
}

/** Follows what is told of the spoiled texts of these seeds. */
export function endsOf(seeds: readonly number[]): Ends {
  const ends = seeds.map((seed) => {
    const { file, text, made } = spoiled(seed);
    const end = followed(file, text);
    const [before, after] = [farness(file, text), farness(file, end)];
    const told = file.problems(end).map(({ code }) => code);
    return { seed, file: file.name, made, told, before, after };
  });
  return {
    failed: ends.filter(({ after, told }) => after > 0 || told.length > 0),
    further: ends.filter(({ before, after }) => after > before),
  };
}
