import type { LabBase } from '../../core/lab';

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

/** An exercise on a Docker Engine: what is given and what is asked for. */
export interface DockerExercise extends LabBase {
  readonly platform: 'docker';
  /** What the reader is given. */
  readonly setup: EngineState;
  /** The state that the reader works towards. */
  readonly solution: EngineState;
  /** What the solution makes and removes again on its way, where the right end is "nothing is left". */
  readonly transient?: EngineState;
  /** What is typed once the state is there, when the exercise is an action: programs with their arguments, run in the reader's folder. */
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

/** Every state of a lab that names something in the engine, so that checks and cleanup see the same names. */
export function statesOf(lab: DockerExercise): readonly EngineState[] {
  return [lab.setup, lab.transient ?? {}, lab.solution];
}
