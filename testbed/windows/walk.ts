import { labs } from '../../labs/index';
import { chapterOf } from '../../labs/lab';
import type { DockerLab } from '../../src/docker/lab';
import { DockerReader, TEST_LIMIT } from '../labs/docker-reader';
import { casesOf } from '../labs/reader';
import { useEngine, type Engine } from '../engine/engine';
import type { WindowsOptions } from './furnish';
import { Windows } from './windows';

let engine: Engine;
let windows: Windows;

const reader = new DockerReader(
  () => engine,
  () => windows,
);

/** Goes through labs as a reader on Windows does: types what is shown into the Command Prompt. */
export function walksOnWindows(
  ids: readonly string[],
  options: Partial<WindowsOptions> = {},
): void {
  jest.setTimeout(TEST_LIMIT);
  beforeAll(async () => {
    engine = await useEngine();
    windows = await Windows.start(engine, options);
  });
  afterEach(async () => {
    await engine.reset();
    windows.empty();
  });
  afterAll(() => windows.stop());

  const chosen = labs.filter((lab) => lab.platform === 'docker' && ids.includes(lab.id));
  describe.each(chosen.map((lab) => [lab.id, lab as DockerLab] as const))('%s', (_id, lab) => {
    it('fails at first, passes after the commands that `check` shows, and leaves nothing', () =>
      walk(lab));
    it('passes after the commands and files that `show` shows', () => solve(lab));
  });
}

/** Whether a lab is done on a Docker Engine. */
export function dockerLabs(): string[] {
  return labs.filter((lab) => lab.platform === 'docker' && chapterOf(lab)).map(({ id }) => id);
}

async function walk(lab: DockerLab): Promise<void> {
  const mistakes = casesOf(lab).walk ?? [];
  const before = await reader.pulls(lab, mistakes.map(({ typed }) => typed).join('\n'));
  await reader.begins(lab);
  for (const mistake of mistakes) await reader.mends(lab.id, mistake);
  await reader.passes(lab.id);
  await reader.leavesNothing(lab, before);
}

async function solve(lab: DockerLab): Promise<void> {
  const before = await reader.pulls(lab);
  await reader.begins(lab);
  await reader.solvesAsShown(lab.id);
  await reader.passes(lab.id);
  await reader.leavesNothing(lab, before);
}
