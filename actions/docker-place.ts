import { urlOf } from '../checks/http';
import type { DockerLab, Lab } from '../labs/lab';
import { hostPortsOf } from '../labs/service';
import { begin } from './begin';
import { grade } from './grade';
import type { Place, PlaceOptions } from './place';
import { planRemoval, remove } from './remove';
import { openSession } from './session';
import { solve } from './solve';
import { watchLab } from './watch';

/** The engine of the docker client. */
export async function openDocker({ dir, patience }: PlaceOptions): Promise<Place> {
  const session = await openSession(dir, patience);
  return {
    folder: session.folder,
    name: undefined,
    begin: (lab, reporter) => begin(dockerLab(lab), session, reporter),
    solve: (lab, reporter) => solve(dockerLab(lab), session, reporter),
    grade: (labs, onWaiting) => grade(labs, session, onWaiting),
    watch: (lab, onProgress) => watchLab(dockerLab(lab), session, onProgress),
    planRemoval: (labs, { images, within }) =>
      planRemoval(labs.map(dockerLab), session, images, within),
    remove: (plan, objects) => remove(plan, objects, session),
    urls: (lab) => urlsOf(dockerLab(lab), session.look().host),
  };
}

function dockerLab(lab: Lab): DockerLab {
  if (lab.platform !== 'docker') throw new Error(`${lab.id} is not done on a Docker Engine`);
  return lab;
}

/** Where the solution's services answer. */
export function urlsOf(lab: DockerLab, host: string): string[] {
  const published = new Set(hostPortsOf(lab.solution).map(({ service }) => service));
  return [...published].map((service) => urlOf(lab, service, host));
}
