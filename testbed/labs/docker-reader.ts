import { withTag } from '../../src/core/image-name';
import { images } from '../../src/core/images';
import type { DockerLab } from '../../src/docker/lab';
import { namesOf } from '../../src/docker/model/service';
import type { Engine } from '../engine/engine';
import type { Inventory } from './inventory';
import type { Place } from './place';
import { Reader } from './reader';

/** Milliseconds for a test of one lab: it fills databases several times, on a machine that may be ten times slower. */
export const TEST_LIMIT = 900_000;

/** A reader who does the exercises of a Docker Engine. */
export class DockerReader extends Reader {
  constructor(
    private readonly engine: () => Engine,
    place: () => Place = engine,
  ) {
    super(place);
  }

  /** Pulls the images of a lab, and those in typed lines; returns what the engine then has. */
  readonly pulls = async (lab: DockerLab, typed = ''): Promise<Inventory> => {
    const words = new Set(typed.split(/[\s'"]+/));
    const named = Object.values(images).filter((image) => words.has(image));
    await this.engine().pull(...new Set([...namesOf(lab).images, ...named]));
    return this.engine().inventory();
  };

  /** Begins a lab, and expects its check to fail while nothing is done. */
  readonly begins = async ({ id }: DockerLab): Promise<void> => {
    await this.need('up', id);
    const { code, status, problems } = await this.check(id);
    expect({ code, status }).toEqual({ code: 1, status: 'failed' });
    expect(problems).not.toEqual([]);
  };

  /** Expects the lab to pass, without problems. */
  readonly passes = async (id: string): Promise<void> => {
    expect(await this.check(id)).toMatchObject({ code: 0, status: 'passed', problems: [] });
  };

  /** Removes the lab with --yes, and expects the engine to have what it had before, except what the exercise removes. */
  readonly leavesNothing = async (lab: DockerLab, before: Inventory): Promise<void> => {
    await this.need('down', lab.id, '--yes');
    expect(await this.engine().inventory()).toEqual(afterwards(before, lab));
  };
}

/** What the engine should have after the lab is solved and removed: images that the exercise removes are gone. */
function afterwards(before: Inventory, lab: DockerLab): Inventory {
  const gone = (lab.setup.images ?? []).filter((image) => !lab.solution.images?.includes(image));
  const isKept = (line: string) => !gone.some((image) => line.startsWith(`${withTag(image)} `));
  return { ...before, images: before.images.filter(isKept) };
}
