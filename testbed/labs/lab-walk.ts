import { labs } from '../../labs/index';
import { chapterOf, type ProbeLab } from '../../labs/lab';
import type { DockerLab } from '../../src/docker/lab';
import { DockerReader, TEST_LIMIT } from './docker-reader';
import { useEngine, type Engine } from '../engine/engine';
import { casesOf } from './reader';

let engine: Engine;

const { need, check, mends, pulls, begins, passes, leavesNothing } = new DockerReader(() => engine);

/** Goes through every lab of those chapters as a reader does, on a real engine. */
export function walksOf(...chapters: readonly number[]): void {
  jest.setTimeout(TEST_LIMIT);
  beforeAll(async () => {
    engine = await useEngine();
  });
  afterEach(() => engine.reset());

  describe.each(
    labs
      .filter((lab) => chapters.includes(chapterOf(lab) ?? 0))
      .map((lab) => [lab.id, lab] as const),
  )('%s', (_id, lab) => {
    if (lab.platform === 'docker') dockerLab(lab);
    else if (lab.platform === 'machine') probe(lab);
    else throw new Error(`${lab.id} is not done on a Docker Engine`);
  });
}

function dockerLab(lab: DockerLab): void {
  const { id } = lab;

  it('fails at first, passes after the reader follows the remedies, and leaves nothing', async () => {
    const walk = casesOf(lab).walk ?? [];
    const before = await pulls(lab, walk.map(({ typed }) => typed).join('\n'));
    await begins(lab);
    for (const mistake of walk) await mends(id, mistake);
    await passes(id);
    await leavesNothing(lab, before);
  });

  it('is solved by dkkb, also a second time, and leaves nothing', async () => {
    const before = await pulls(lab);
    await need('solve', id);
    await need('solve', id);
    await passes(id);
    await leavesNothing(lab, before);
  });
}

function probe({ id }: ProbeLab): void {
  it('passes when docker answers, and has nothing to set up or remove', async () => {
    const before = await engine.inventory();
    expect(await check(id)).toMatchObject({ code: 0, status: 'passed', problems: [] });
    for (const command of ['up', 'solve', 'down']) {
      expect((await engine.dkkb(command, id)).code).toBe(2);
    }
    expect(await engine.inventory()).toEqual(before);
  });
}
