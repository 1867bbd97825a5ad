import { dockerfileFaults } from '../src/docker/checks/dockerfile/faults';
import { goalOf } from '../src/docker/checks/dockerfile/goal';
import { mended } from '../src/docker/checks/dockerfile/mend';
import { distanceOf } from '../src/core/repair/goal';
import { oneOf, randomOf } from '../testbed/hostile/mutate';
import { dockerfile } from './ch06/dockerfile';
import { slips } from '../src/docker/checks/dockerfile/mistakes.fixture';

const solution = dockerfile.solution.files?.['apa_folder/Dockerfile'] ?? '';
const goal = goalOf(solution, new Set(['Dockerfile', 'index.html']));

/** The solution with one or two mistakes. */
function spoiled(seed: number): { readonly text: string; readonly made: readonly string[] } {
  const random = randomOf(seed);
  const count = 1 + Math.floor(random() * 2);
  let lines = solution.split('\n');
  const made: string[] = [];
  while (made.length < count) {
    const name = oneOf(random, Object.keys(slips));
    const next = slips[name]?.(lines, random);
    if (!next || next.join('\n') === lines.join('\n')) continue;
    lines = next.flatMap((line) => line.split('\n'));
    made.push(name);
  }
  return { text: lines.join('\n'), made };
}

it('nearly all of 400 Dockerfiles with one or two mistakes are mended, and none is further away than before', () => {
  const seeds = Array.from({ length: 400 }, (_, index) => index + 1);
  const ends = seeds.map((seed) => {
    const { text, made } = spoiled(seed);
    const { faults, text: after, changes } = mended(text, goal);
    expect(dockerfileFaults(after, goal)).toEqual(faults);
    const before = distanceOf(dockerfileFaults(text, goal));
    expect(distanceOf(faults)).toBeLessThanOrEqual(before);
    return { seed, made, text, after, kinds: changes.map(({ mistake }) => mistake), left: faults };
  });
  const failed = ends.filter(({ left }) => left.length > 0);
  expect(failed.length > 0.05 * seeds.length ? failed : []).toEqual([]);
});

it('every kind of mistake makes the solution wrong, and is mended when it comes alone', () => {
  const alone = Object.entries(slips).map(([name, slip]) => {
    const text = slip(solution.split('\n'), randomOf(1))?.join('\n') ?? '';
    const { faults, changes } = mended(text, goal);
    return { name, isWrong: changes.length > 0, left: faults.length };
  });
  expect(alone.filter(({ isWrong, left }) => !isWrong || left > 0)).toEqual([]);
});
