import type { Check } from '../checks/check';
import type { Manifest } from './kube';

/** A text in both languages; the type makes a missing one a compile error. */
export interface Text {
  readonly ko: string;
  readonly en: string;
}

/** What a health check of a service runs, in Compose's terms; times are Compose durations such as `5s`. */
export interface Healthcheck {
  readonly test: readonly string[];
  readonly interval?: string;
  readonly timeout?: string;
  readonly retries?: number;
  readonly start_period?: string;
}

/** The subset of a Compose service that the book's exercises use; ports are `HOST:CONTAINER`, volumes `SOURCE:TARGET`. */
export interface Service {
  readonly image: string;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly networks?: readonly string[];
  readonly depends_on?: Readonly<
    Record<string, { readonly condition: 'service_started' | 'service_healthy' }>
  >;
  readonly healthcheck?: Healthcheck;
  readonly restart?: 'no' | 'always';
  readonly tty?: boolean;
  readonly stdin_open?: boolean;
}

/** A state of the engine as Compose would write it, plus the images that must be there without a container. */
export interface EngineState {
  readonly services?: Readonly<Record<string, Service>>;
  readonly networks?: Readonly<Record<string, Record<string, never>>>;
  readonly volumes?: Readonly<Record<string, Record<string, never>>>;
  readonly images?: readonly string[];
  /** Text files of the reader's folder, by the path in it; each ends with a line break. */
  readonly files?: Readonly<Record<string, string>>;
}

interface LabBase {
  /** The fixed id that users type, such as `ch04-port`. */
  readonly id: string;
  /** The exercise's number in the book, such as `4-04`. */
  readonly section: string;
  readonly title: Text;
  /** The task in steps, as a teacher would give it. */
  readonly task: readonly Text[];
  /** What to think of, without giving the command away. */
  readonly hint: Text;
  readonly checks: readonly Check[];
}

/** An exercise on a Docker Engine. */
export interface DockerLab extends LabBase {
  readonly platform: 'docker';
  /** What the reader is given. */
  readonly setup: EngineState;
  /** The state that the reader works towards. */
  readonly solution: EngineState;
  /** What the solution makes and removes again on its way, where the right end is "nothing is left". */
  readonly transient?: EngineState;
  /** What is typed once the state is there, where the exercise is an act: programs with their arguments, run in the reader's folder. */
  readonly steps?: readonly (readonly string[])[];
  /** What the steps make: images, and files of the reader's folder. */
  readonly made?: Made;
  /** The Compose file, by its path in the reader's folder, that the services come from; Compose then names what it makes. */
  readonly composeFile?: string;
  /** Services that the book gives no name: a container of any name, of the same image and ports, stands for one. */
  readonly unnamed?: readonly string[];
}

/** What the steps of an exercise make. */
export interface Made {
  readonly images?: readonly string[];
  readonly files?: readonly string[];
  /** A registry, such as `localhost:5000`: every image that is named for it counts. */
  readonly registry?: string;
}

/** An exercise on a Kubernetes cluster. */
export interface KubernetesLab extends LabBase {
  readonly platform: 'kubernetes';
  /** What the reader is given: files, and what they describe applied. */
  readonly setup: readonly Manifest[];
  /** The files and the state that the reader works towards. */
  readonly solution: readonly Manifest[];
  /** The label `app` of the Pods of which the reader deletes one by hand. */
  readonly deletesPodOf?: string;
}

/** A lab that only asks whether the machine can; it gives and removes nothing. */
export interface ProbeLab extends LabBase {
  readonly platform: 'machine';
  /** What the reader types. */
  readonly commands: readonly string[];
  /** What is asked, where it is not the Docker Engine. */
  readonly of?: 'cluster';
}

export type Lab = DockerLab | KubernetesLab | ProbeLab;

/** Where a lab is done and what its checks ask: a Docker Engine or a cluster. */
export function groundOf(lab: Lab): 'docker' | 'kubernetes' {
  return lab.platform === 'kubernetes' || (lab.platform === 'machine' && lab.of === 'cluster')
    ? 'kubernetes'
    : 'docker';
}

/** The chapter of the book that an id belongs to (`ch04-port` → 4), or undefined for the appendix. */
export function chapterOf(lab: Lab): number | undefined {
  const digits = /^ch(\d\d)-/.exec(lab.id)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** Every state of a lab that names something in the engine, so that checks and cleanup see the same names. */
export function statesOf(lab: Lab): readonly EngineState[] {
  if (lab.platform !== 'docker') return [];
  return [lab.setup, lab.transient ?? {}, lab.solution];
}
