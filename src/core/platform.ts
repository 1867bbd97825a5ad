import type { Problem } from './problem';
import type { LabBase } from './lab';
import type { Text } from './text';
import type { LabEvent } from './lab-event';
import type { LabObject } from './verbs/removal';
import type { RemovalOutcome, RemovalPlan } from './verbs/removal';
import type { Reporter } from './reporter';
import type { Verdict } from './verdict';
import type { Progress } from './verbs/waiting';

/** What the user sets for a platform; the rest is as docker and kubectl have it. */
export interface PlatformOptions {
  /** The folder of the reader's own files. */
  readonly dir?: string;
  /** How long, in milliseconds, a solution may take to become ready. */
  readonly patience?: number;
  readonly context?: string;
  readonly namespace?: string;
}

/** What `down` is asked to remove beside what stands on the platform itself. */
export interface RemovalChoice {
  readonly images: boolean;
  /** The only folder whose files are removed; without it, the files of every folder are. */
  readonly within?: string;
}

/** What labs are done on, a Docker Engine or a cluster, with all that the commands need from it. */
export interface Platform {
  /** The folder with what is remembered of the labs there. */
  readonly folder: string;
  /** The folder of the reader's own files, absolute. */
  readonly dir: string;
  /** What is about to be used, where the user should know it before anything is touched. */
  readonly name: Text | undefined;
  /** Gives a lab's setup, and says what keeps it from being ready. */
  prepare(lab: LabBase, reporter: Reporter): Promise<readonly Problem[]>;
  solve(lab: LabBase, reporter: Reporter): Promise<Verdict>;
  grade(labs: readonly LabBase[], onWaiting: (problem: Problem) => void): Promise<Verdict[]>;
  watch(
    lab: LabBase,
    onProgress: (progress: Progress) => void,
    onEvent: (event: LabEvent) => void,
  ): Promise<Verdict>;
  planRemoval(labs: readonly LabBase[], choice: RemovalChoice): Promise<RemovalPlan>;
  remove(plan: RemovalPlan, objects: readonly LabObject[]): Promise<RemovalOutcome>;
  /** Where the solution answers. */
  urls(lab: LabBase): readonly string[];
  /** Ends what leads there. */
  close(): Promise<void>;
}
