import { distanceOf } from '../src/core/repair/goal';
import { faultsOf } from '../src/core/repair/faults';
import { slips } from '../src/core/repair/mistakes.fixture';
import { repair } from '../src/core/repair/search';
import { composeGoal } from '../src/docker/checks/compose/goal';
import { composeFile } from '../src/docker/model/compose-file';
import { manifestGoal } from '../src/kubernetes/checks/manifest-goal';
import { manifestText } from '../src/kubernetes/model/manifest-object';
import { manifests } from '../src/kubernetes/model/manifests';
import { oneOf, randomOf } from '../testbed/hostile/mutate';
import {
  redmineAndMysql,
  wordpressAndMariadb,
  wordpressAndMysql,
} from './shared/compose-solutions';

const files = [
  ...manifests.map((manifest) => ({
    name: manifest.file,
    text: manifestText(manifest),
    goal: manifestGoal(manifest),
  })),
  ...[wordpressAndMysql, redmineAndMysql, wordpressAndMariadb].map((state) => ({
    name: Object.keys(state.services ?? {}).join(' and '),
    text: composeFile(state),
    goal: composeGoal(state),
  })),
];

it.each(files)('the solution $name needs no repair, and is read only once', ({ text, goal }) => {
  expect(repair(text, goal)).toMatchObject({ changes: [], text, faults: [], tried: 1 });
  const onWindows = text.replaceAll('\n', '\r\n');
  expect(repair(onWindows, goal)).toMatchObject({ changes: [], text: onWindows });
});

interface Spoiled {
  readonly file: (typeof files)[number];
  readonly text: string;
  readonly made: readonly string[];
}

/** A solution with one to three mistakes. */
function spoiled(seed: number): Spoiled {
  const random = randomOf(seed);
  const file = oneOf(random, files);
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

// A busy machine needs a minute for it, and Wine longer.
jest.setTimeout(600_000);

it('nearly all of 100 solutions with one to three mistakes are mended, and none is further away than before', () => {
  const seeds = Array.from({ length: 100 }, (_, index) => index + 1);
  const ends = seeds.map((seed) => {
    const { file, text, made } = spoiled(seed);
    const { faults, text: mended } = repair(text, file.goal);
    expect(faultsOf(mended.replaceAll('\r\n', '\n'), file.goal)).toEqual(faults);
    expect(distanceOf(faults)).toBeLessThanOrEqual(distanceOf(faultsOf(text, file.goal)));
    return { seed, file: file.name, made, left: faults.length };
  });
  const failed = ends.filter(({ left }) => left > 0);
  const most = Math.floor(0.05 * seeds.length);
  expect(failed.length > most ? failed : []).toEqual([]);
});
