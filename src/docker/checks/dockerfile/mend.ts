import { search, type Repair } from '../../../core/repair/search';
import { candidates } from './candidates';
import { dockerfileFaults } from './faults';
import type { DockerfileGoal } from './goal';
import type { DockerfileMistake } from '../../problems/dockerfile';

/** The smallest changes after which a Dockerfile makes the image of a goal. */
export function mended(text: string, goal: DockerfileGoal): Repair<DockerfileMistake> {
  return search(text, {
    faults: (one) => dockerfileFaults(one, goal),
    changes: (rows) => [candidates(rows, goal)],
  });
}
