import { urlOf } from './checks/http';
import type { DockerLab } from './lab';
import type { LabBase } from '../core/lab';
import type { Probe } from '../core/probe';
import { hostPortsOf } from './model/service';
import { prepare } from './verbs/prepare';
import { grade } from './verbs/grade';
import type { Platform, PlatformOptions } from '../core/platform';
import { planRemoval, remove } from './verbs/remove';
import { openSession } from './verbs/session';
import { solve } from './verbs/solve';
import { watchLab } from './verbs/watch';

/** The engine of the docker client. */
export async function openDocker({ dir, patience }: PlatformOptions): Promise<Platform> {
  const session = await openSession(dir, patience);
  return {
    folder: session.folder,
    name: undefined,
    prepare: (lab, reporter) => prepare(dockerLab(lab), session, reporter),
    solve: (lab, reporter) => solve(dockerLab(lab), session, reporter),
    grade: (labs, onWaiting) => grade(labs.map(gradedLab), session, onWaiting),
    watch: (lab, onProgress) => watchLab(dockerLab(lab), session, onProgress),
    planRemoval: (labs, { images, within }) =>
      planRemoval(labs.map(dockerLab), session, images, within),
    remove: (plan, objects) => remove(plan, objects, session),
    urls: (lab) => urlsOf(dockerLab(lab), session.engine.host),
  };
}

function dockerLab(lab: LabBase): DockerLab {
  if (lab.platform !== 'docker') throw new Error(`${lab.id} is not done on a Docker Engine`);
  return lab as DockerLab;
}

function gradedLab(lab: LabBase): DockerLab | Probe {
  return lab.platform === 'machine' ? (lab as Probe) : dockerLab(lab);
}

/** Where the solution's services answer. */
export function urlsOf(lab: DockerLab, host: string): string[] {
  const published = new Set(hostPortsOf(lab.solution).map(({ service }) => service));
  return [...published].map((service) => urlOf(lab, service, host));
}
