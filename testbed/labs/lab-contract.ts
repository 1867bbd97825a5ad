import { labs } from '../../labs/index';
import { chapterOf, type ProbeLab } from '../../labs/lab';
import type { DockerLab } from '../../src/docker/lab';
import { namesOf } from '../../src/docker/model/service';
import { DockerReader, TEST_LIMIT } from './docker-reader';
import { startEngine, useEngine, type Engine } from '../engine/engine';
import { casesOf, hasCommands } from './reader';

let engine: Engine;

const { type, need, check, solvesAsShown, fails, follows, pulls, begins, passes, leavesNothing } =
  new DockerReader(() => engine);

/** Tests on a real engine that each lab of a chapter does what every lab has to do, beside its walk. */
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

/** Tests the core of every Docker lab on the newest engine, and all answers of some labs. */
export function contractOnNewest(withAllAnswers: readonly string[]): void {
  jest.setTimeout(TEST_LIMIT);
  beforeAll(async () => {
    engine = await startEngine('newest', { version: 'newest' });
  });
  afterEach(() => engine.reset());
  afterAll(() => engine.stop());

  const dockerLabs = labs.filter((lab) => lab.platform === 'docker');
  it.each(dockerLabs.map((lab) => [lab.id, lab] as const))('%s', (_id, lab) =>
    // An exercise with steps or files is typed; any other is a state that Compose makes.
    lab.steps || lab.solution.files ? solvedByHand(lab) : solvedByDkkb(lab),
  );

  const chosen = dockerLabs.filter(({ id }) => withAllAnswers.includes(id));
  describe.each(chosen.map((lab) => [lab.id, lab] as const))('%s', (_id, lab) => answersOf(lab));
}

/** The lab fails at first, passes after the shown commands, and leaves nothing. */
async function solvedByHand(lab: DockerLab): Promise<void> {
  const before = await pulls(lab);
  await begins(lab);
  await solvesAsShown(lab.id);
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
    it('down removes the setup when nothing else was done', async () => {
      const before = await pulls(lab);
      await begins(lab);
      await need('down', lab.id);
      expect(await engine.inventory()).toEqual(before);
    });
  }

  it('passes after the commands that `show` prints, and leaves nothing', () => solvedByHand(lab));

  answersOf(lab);
}

/** Each right answer passes and is removed; each wrong one fails with its own code and values, and its remedies lead to a pass. */
function answersOf(lab: DockerLab): void {
  const { id } = lab;
  const { right, wrong } = casesOf(lab);

  it.each(Object.entries(right))('passes with the right answer: %s', async (_title, lines) => {
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

  it.each(Object.entries(wrong))('fails with the wrong answer: %s', async (_title, answer) => {
    await pulls(lab);
    if (answer.before) await type(answer.before);
    await given(lab);
    await type(answer.typed);
    const told = await fails(id, answer);
    if (answer.mend || hasCommands(told)) await follows(id, told, answer.mend);
  });
}

/** Begins a lab with a setup or with a history; another lab need not be begun. */
async function given({ id, setup, transient }: DockerLab): Promise<void> {
  if (transient || Object.keys(setup).length > 0) await need('up', id);
}

function probe({ id }: ProbeLab): void {
  it('each of its commands succeeds as it is shown', async () => {
    await solvesAsShown(id);
  });

  it('is unknown without an engine', async () => {
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
