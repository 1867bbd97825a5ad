import type { LabBase } from '../src/core/lab';
import type { Probe } from '../src/core/probe';
import type { DockerLab } from '../src/docker/lab';
import type { ClusterCheck } from '../src/kubernetes/checks/check';
import type { KubernetesLab } from '../src/kubernetes/lab';

/** A look at the machine that the Docker exercises need. */
export interface DockerProbe extends Probe {
  readonly of: 'docker';
}

/** A look at the cluster that chapter 8 needs. */
export interface ClusterProbe extends Probe<ClusterCheck> {
  readonly of: 'cluster';
}

/** A look at a computer itself, for the appendix. */
export interface ComputerProbe extends Probe {
  readonly of: 'computer';
  /** Where it is done on another machine: the options with which `check` asks such a machine. */
  readonly elsewhere?: readonly string[];
}

/** A lab that only asks whether the machine is ready for the exercises; it sets up and removes nothing. */
export type ProbeLab = DockerProbe | ClusterProbe | ComputerProbe;

export type Lab = DockerLab | KubernetesLab | ProbeLab;

/** A lab without its checks. */
type WithoutChecks<L> = L extends Lab ? Omit<L, 'checks'> : never;

/** A lab as data: what it says, gives and asks for. */
export type Exercise = WithoutChecks<Lab>;

/** Whether a lab is done on a Docker Engine, or asks for one. */
export function isForDocker(lab: Lab): lab is DockerLab | DockerProbe {
  return platformOf(lab) === 'docker';
}

/** Whether a lab is done on a cluster, or asks for one. */
export function isForCluster(lab: Lab): lab is KubernetesLab | ClusterProbe {
  return platformOf(lab) === 'kubernetes';
}

/** Whether a lab asks about the computer itself. */
export function isForComputer(lab: Lab): lab is ComputerProbe {
  return platformOf(lab) === 'computer';
}

/** What a lab is done on, or asks for. */
export function platformOf(lab: Exercise): 'docker' | 'kubernetes' | 'computer' {
  if (lab.platform !== 'machine') return lab.platform;
  return lab.of === 'cluster' ? 'kubernetes' : lab.of;
}

/** The chapter of the book that an id belongs to (`ch04-port` → 4), or undefined for the appendix. */
export function chapterOf(lab: LabBase): number | undefined {
  const digits = /^ch(\d\d)-/.exec(lab.id)?.[1];
  return digits === undefined ? undefined : Number(digits);
}
