import { withTag } from '../../src/core/image-name';
import { images } from '../../src/core/images';
import type { DockerLab } from '../../src/docker/lab';
import { namesOf } from '../../src/docker/model/service';
import type { Engine } from '../engine/engine';
import type { Inventory } from './inventory';
import { Reader } from './reader';

/** Milliseconds for a test of one lab: databases are filled several times, on a machine that may be ten times slower. */
export const TEST_LIMIT = 900_000;

/** Whoever does the exercises of a Docker Engine. */
export class DockerReader extends Reader {
  constructor(private readonly engine: () => Engine) {
    super(engine);
  }

  /** Pulls the images of a lab, and those that typed lines name; gives back what the engine then holds. */
  readonly pulls = async (lab: DockerLab, typed = ''): Promise<Inventory> => {
    const words = new Set(typed.split(/[\s'"]+/));
    const named = Object.values(images).filter((image) => words.has(image));
    await this.engine().pull(...new Set([...namesOf(lab).images, ...named]));
    return this.engine().inventory();
  };

  /** Begins a lab, of which the check fails as long as nothing is done. */
  readonly begins = async ({ id }: DockerLab): Promise<void> => {
    await this.need('up', id);
    const { code, status, problems } = await this.check(id);
    expect({ code, status }).toEqual({ code: 1, status: 'failed' });
    expect(problems).not.toEqual([]);
  };

  /** Has passed, with nothing left to say. */
  readonly passes = async (id: string): Promise<void> => {
    expect(await this.check(id)).toMatchObject({ code: 0, status: 'passed', problems: [] });
  };

  /** Takes the lab down, with the reader's yes; the engine holds what it held before, but for what the exercise removes. */
  readonly leavesNothing = async (lab: DockerLab, before: Inventory): Promise<void> => {
    await this.need('down', lab.id, '--yes');
    expect(await this.engine().inventory()).toEqual(afterwards(before, lab));
  };
}

/** What the engine should hold once the lab is solved and taken down: images that the exercise removes are gone. */
function afterwards(before: Inventory, lab: DockerLab): Inventory {
  const gone = (lab.setup.images ?? []).filter((image) => !lab.solution.images?.includes(image));
  const isKept = (line: string) => !gone.some((image) => line.startsWith(`${withTag(image)} `));
  return { ...before, images: before.images.filter(isKept) };
}
