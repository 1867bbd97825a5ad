import { urlOf } from './checks/http';
import type { DockerLab } from './lab';
import type { LabBase } from '../core/lab';
import type { Probe } from '../core/probe';
import { hostPortsOf } from './model/service';
import { grade } from './verbs/grade';
import type { Platform, PlatformOptions } from '../core/platform';
import { openSession, type Session } from './verbs/session';

/** The engine of the docker client; a verb's code is loaded when it is asked for. */
export async function openDocker({ dir, patience }: PlatformOptions): Promise<Platform> {
  return dockerOn(await openSession(dir, patience));
}

/** The engine of a session. */
export function dockerOn(session: Session): Platform {
  return {
    folder: session.folder,
    dir: session.dir,
    name: undefined,
    prepare: async (lab, reporter) =>
      (await import('./verbs/prepare')).prepare(dockerLab(lab), session, reporter),
    solve: async (lab, reporter) =>
      (await import('./verbs/solve')).solve(dockerLab(lab), session, reporter),
    grade: (labs, onWaiting) => grade(labs.map(gradedLab), session, onWaiting),
    watch: async (lab, onProgress) =>
      (await import('./verbs/watch')).watchLab(dockerLab(lab), session, onProgress),
    async planRemoval(labs, { images, within }) {
      const { planRemoval } = await import('./verbs/remove');
      return planRemoval(labs.map(dockerLab), session, images, within);
    },
    async remove(plan, objects) {
      const { remove } = await import('./verbs/remove');
      return remove({ ...plan, labs: plan.labs.map(dockerLab) }, objects, session);
    },
    urls: (lab) => urlsOf(dockerLab(lab), session.engine.host),
    close: () => Promise.resolve(),
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
