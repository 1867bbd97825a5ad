import type { Problem } from '../checks/check';
import type { Lab, Text } from '../labs/lab';
import type { Happening } from './happening';
import type { LabObject } from './inventory';
import type { RemovalOutcome, RemovalPlan } from './remove';
import type { Reporter } from './reporter';
import type { Verdict } from './verdict';
import type { Progress } from './watch';

/** What the user names of a place; what is left out is as docker and kubectl have it. */
export interface PlaceOptions {
  /** The folder of the reader's own files. */
  readonly dir?: string;
  /** How long, in milliseconds, a solution may take to become ready. */
  readonly patience?: number;
  readonly context?: string;
  readonly namespace?: string;
}

/** What `down` is asked to remove beside what stands in the place itself. */
export interface RemovalChoice {
  readonly images: boolean;
  /** The only folder whose files go; every one where there is none. */
  readonly within?: string;
}

/** Where labs are done, a Docker Engine or a cluster: all that the commands ask of it. */
export interface Place {
  /** The folder with what is remembered of the labs there. */
  readonly folder: string;
  /** What is about to be used, where the user should know it before anything is touched. */
  readonly name: Text | undefined;
  /** Gives a lab's setup, and says what keeps it from being ready. */
  begin(lab: Lab, reporter: Reporter): Promise<readonly Problem[]>;
  solve(lab: Lab, reporter: Reporter): Promise<Verdict>;
  grade(labs: readonly Lab[], onWaiting: (problem: Problem) => void): Promise<Verdict[]>;
  watch(
    lab: Lab,
    onProgress: (progress: Progress) => void,
    onHappening: (happening: Happening) => void,
  ): Promise<Verdict>;
  planRemoval(labs: readonly Lab[], choice: RemovalChoice): Promise<RemovalPlan>;
  remove(plan: RemovalPlan, objects: readonly LabObject[]): Promise<RemovalOutcome>;
  /** Where the solution answers. */
  urls(lab: Lab): readonly string[];
}

/** Opens the place that a kind of lab is done in; the code of the other is not loaded. */
export async function openPlace(
  ground: 'docker' | 'kubernetes',
  options: PlaceOptions,
): Promise<Place> {
  if (ground === 'docker') return (await import('./docker-place')).openDocker(options);
  return (await import('./kubernetes/place')).openCluster(options);
}
