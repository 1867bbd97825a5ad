import { withTag } from '../checks/image-name';
import { solutionCommands } from '../labs/commands';
import { labs } from '../labs/index';
import { chapterOf, type DockerLab, type ProbeLab } from '../labs/lab';
import { namesOf } from '../labs/service';
import { startEngine, useEngine, type Engine } from './engine';
import type { Inventory } from './inventory';
import { casesOf, Reader } from './reader';

let engine: Engine;

const { type, need, check, fails } = new Reader(() => engine);

/** What the engine should hold once the lab is solved and taken down: images that the exercise removes are gone. */
function afterwards(before: Inventory, lab: DockerLab): Inventory {
  const gone = (lab.setup.images ?? []).filter((image) => !lab.solution.images?.includes(image));
  const isKept = (line: string) => !gone.some((image) => line.startsWith(`${withTag(image)} `));
  return { ...before, images: before.images.filter(isKept) };
}

/** Holds every lab of a chapter to what each lab promises, on a real engine. */
export function contractOf(chapter: number): void {
  beforeAll(async () => {
    engine = await useEngine();
  });
  afterEach(async () => {
    await engine.reset();
    // A second tag of a pulled image counts as pulled.
    const tags = (await engine.docker('image', 'ls', '--format', '{{.Repository}}:{{.Tag}}')).split(
      '\n',
    );
    const extra = tags.filter((tag) => tag && !/:(?:latest|<none>)$/.test(tag));
    if (extra.length > 0) await engine.docker('image', 'rm', '--force', ...extra);
  });

  describe.each(
    labs.filter((lab) => chapterOf(lab) === chapter).map((lab) => [lab.id, lab] as const),
  )('%s', (_id, lab) => {
    if (lab.platform === 'docker') dockerLab(lab);
    else if (lab.platform === 'machine') probe(lab);
    else throw new Error(`${lab.id} is not done on a Docker Engine`);
  });
}

/** Holds every Docker lab to the core of that contract on the newest engine, and some with all their answers. */
export function contractOnNewest(withAllAnswers: readonly string[]): void {
  beforeAll(async () => {
    engine = await startEngine(`newest-${process.pid}`, { version: 'newest' });
  });
  afterEach(() => engine.reset());
  afterAll(() => engine.stop());

  const dockerLabs = labs.filter((lab) => lab.platform === 'docker');
  it.each(dockerLabs.map((lab) => [lab.id, lab] as const))('%s', async (_id, lab) => {
    await pullAll(lab);
    const before = await engine.inventory();
    await solveByHand(lab);
    expect(await engine.inventory()).toEqual(afterwards(before, lab));
    // The files that were made by hand are the reader's, and would stand in the way.
    await engine.reset();
    await pullAll(lab);
    await need('solve', lab.id);
    await need('down', lab.id);
    expect(await engine.inventory()).toEqual(afterwards(before, lab));
  });

  const chosen = dockerLabs.filter(({ id }) => withAllAnswers.includes(id));
  describe.each(chosen.map((lab) => [lab.id, lab] as const))('%s', (_id, lab) => answersOf(lab));
}

async function pullAll(lab: DockerLab): Promise<void> {
  for (const image of namesOf(lab).images) await type(`docker pull -q ${image}`);
}

/** Untouched it fails; typed as it is shown, it passes; then it goes. */
async function solveByHand({ id }: DockerLab): Promise<void> {
  await need('up', id);
  expect(await check(id)).toMatchObject({ code: 1, status: 'failed' });
  await type(`set -e\n${await need('show', id, '--solution')}`);
  expect(await check(id)).toMatchObject({ code: 0, status: 'passed', problems: [] });
  await need('down', id, '--yes');
}

function dockerLab(lab: DockerLab): void {
  const { id } = lab;
  let before: Inventory;

  beforeEach(async () => {
    await pullAll(lab);
    before = await engine.inventory();
  });

  it('fails its check untouched, and leaves nothing', async () => {
    await need('up', id);
    const { code, status, problems } = await check(id);
    expect({ code, status }).toEqual({ code: 1, status: 'failed' });
    expect(problems).not.toEqual([]);
    await need('down', id);
    expect(await engine.inventory()).toEqual(before);
  });

  it('is solved by dkkb, once and again, and leaves nothing', async () => {
    await need('solve', id);
    expect(await check(id)).toMatchObject({ code: 0, status: 'passed', problems: [] });
    await need('solve', id);
    expect(await check(id)).toMatchObject({ code: 0 });
    await need('down', id);
    expect(await engine.inventory()).toEqual(afterwards(before, lab));
  });

  it('is solved by the commands that it shows, typed verbatim, and leaves nothing', async () => {
    await need('up', id);
    const shown = await need('show', id, '--solution');
    expect(shown).toBe(`${solutionCommands(lab).join('\n')}\n`);
    await type(`set -e\n${shown}`);
    expect(await check(id)).toMatchObject({ code: 0, status: 'passed', problems: [] });
    await need('down', id, '--yes');
    expect(await engine.inventory()).toEqual(afterwards(before, lab));
  });

  answersOf(lab);
}

/** Each right answer passes and is taken down; each wrong one fails with its own code and values. */
function answersOf(lab: DockerLab): void {
  const { id } = lab;
  const { right, wrong } = casesOf(lab);

  it.each(Object.entries(right))('is solved so: %s', async (_title, lines) => {
    const before = await engine.inventory();
    await need('up', id);
    await type(lines);
    expect(await check(id)).toMatchObject({ code: 0, status: 'passed', problems: [] });
    await need('down', id, '--yes');
    const { containers, volumes } = await engine.inventory();
    const names = new Set(namesOf(lab).services.keys());
    expect(containers.filter((line) => names.has(line.split(' ')[0] ?? ''))).toEqual([]);
    expect(volumes).toEqual(before.volumes);
  });

  it.each(Object.entries(wrong))('is not solved so: %s', async (_title, answer) => {
    if (answer.before) await type(answer.before);
    await need('up', id);
    await type(answer.typed);
    await fails(id, answer);
  });
}

function probe({ id }: ProbeLab): void {
  it('passes where docker answers, with nothing to give or to remove', async () => {
    const before = await engine.inventory();
    expect(await check(id)).toMatchObject({ code: 0, status: 'passed', problems: [] });
    for (const command of ['up', 'solve', 'down']) {
      expect((await engine.dkkb(command, id)).code).toBe(2);
    }
    expect(await engine.inventory()).toEqual(before);
  });

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
