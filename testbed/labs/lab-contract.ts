import { solutionCommands } from '../../src/docker/model/commands';
import { labs } from '../../labs/index';
import { chapterOf, type ProbeLab } from '../../labs/lab';
import type { DockerLab } from '../../src/docker/lab';
import { namesOf } from '../../src/docker/model/service';
import { DockerReader, TEST_LIMIT } from './docker-reader';
import { startEngine, useEngine, type Engine } from '../engine/engine';
import { casesOf, hasCommands } from './reader';

let engine: Engine;

const { type, need, check, fails, follows, pulls, begins, passes, leavesNothing } =
  new DockerReader(() => engine);

/** Holds every lab of a chapter to what each lab promises beside its walk, on a real engine. */
export function contractOf(chapter: number): void {
  jest.setTimeout(TEST_LIMIT);
  beforeAll(async () => {
    engine = await useEngine();
  });
  afterEach(async () => {
    await engine.reset();
    // A second tag of a pulled image counts as pulled.
    await engine.clearTags();
  });

  describe.each(
    labs.filter((lab) => chapterOf(lab) === chapter).map((lab) => [lab.id, lab] as const),
  )('%s', (_id, lab) => {
    if (lab.platform === 'docker') dockerLab(lab);
    else if (lab.platform === 'machine') probe(lab);
    else throw new Error(`${lab.id} is not done on a Docker Engine`);
  });
}

/** Holds every Docker lab to its core on the newest engine, and some with all their answers. */
export function contractOnNewest(withAllAnswers: readonly string[]): void {
  jest.setTimeout(TEST_LIMIT);
  beforeAll(async () => {
    engine = await startEngine('newest', { version: 'newest' });
  });
  afterEach(() => engine.reset());
  afterAll(() => engine.stop());

  const dockerLabs = labs.filter((lab) => lab.platform === 'docker');
  it.each(dockerLabs.map((lab) => [lab.id, lab] as const))('%s', (_id, lab) =>
    // Where the exercise is an act or a file, its commands are typed; the rest is a state, which Compose makes.
    lab.steps || lab.solution.files ? solvedByHand(lab) : solvedByDkkb(lab),
  );

  const chosen = dockerLabs.filter(({ id }) => withAllAnswers.includes(id));
  describe.each(chosen.map((lab) => [lab.id, lab] as const))('%s', (_id, lab) => answersOf(lab));
}

/** Untouched it fails; typed as it is shown, it passes; then it goes. */
async function solvedByHand(lab: DockerLab): Promise<void> {
  const before = await pulls(lab);
  await begins(lab);
  const shown = await need('show', lab.id, '--solution');
  expect(shown).toBe(`${solutionCommands(lab).join('\n')}\n`);
  await type(`set -e\n${shown}`);
  await passes(lab.id);
  await leavesNothing(lab, before);
}

async function solvedByDkkb(lab: DockerLab): Promise<void> {
  const before = await pulls(lab);
  await need('solve', lab.id);
  await passes(lab.id);
  await leavesNothing(lab, before);
}

function dockerLab(lab: DockerLab): void {
  if (Object.keys(lab.setup).length > 0) {
    it('leaves nothing where only what was given is there', async () => {
      const before = await pulls(lab);
      await begins(lab);
      await need('down', lab.id);
      expect(await engine.inventory()).toEqual(before);
    });
  }

  it('is solved by the commands that it shows, typed verbatim, and leaves nothing', () =>
    solvedByHand(lab));

  answersOf(lab);
}

/** Each right answer passes and is taken down; each wrong one fails with its own code and values, and what the check tells leads to a pass. */
function answersOf(lab: DockerLab): void {
  const { id } = lab;
  const { right, wrong } = casesOf(lab);

  it.each(Object.entries(right))('is solved so: %s', async (_title, lines) => {
    const before = await pulls(lab);
    await given(lab);
    await type(lines);
    await passes(id);
    await need('down', id, '--yes');
    const { containers, volumes } = await engine.inventory();
    const names = new Set(namesOf(lab).services.keys());
    expect(containers.filter((line) => names.has(line.split(' ')[0] ?? ''))).toEqual([]);
    expect(volumes).toEqual(before.volumes);
  });

  it.each(Object.entries(wrong))('is not solved so: %s', async (_title, answer) => {
    await pulls(lab);
    if (answer.before) await type(answer.before);
    await given(lab);
    await type(answer.typed);
    const told = await fails(id, answer);
    if (answer.mend || hasCommands(told)) await follows(id, told, answer.mend);
  });
}

/** Begins a lab of which the beginning counts: where it gives nothing and asks for no history, there is nothing to begin. */
async function given({ id, setup, transient }: DockerLab): Promise<void> {
  if (transient || Object.keys(setup).length > 0) await need('up', id);
}

function probe({ id }: ProbeLab): void {
  it('passes for each of its commands, typed verbatim', async () => {
    await type(`set -e\n${await need('show', id, '--solution')}`);
  });

  it('cannot tell without an engine', async () => {
    await engine.stopDaemon();
    const { code, status, problems } = await check(id);
    await engine.startDaemon();
    expect({ code, status }).toEqual({ code: 3, status: 'unknown' });
    expect(problems[0]).toMatchObject({
      code: 'engine-not-running',
      values: { endpoint: engine.host },
    });
  });
}
