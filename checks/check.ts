import type { Lab, Text } from '../labs/lab';
import type { Contents } from '../runtime/contents';
import type { EngineFacts } from '../runtime/facts';
import type { Files } from '../runtime/files';
import type { HttpAnswer } from '../runtime/http';
import type { ClusterFacts } from '../runtime/kubernetes/cluster';
import type { Run } from '../runtime/process';

/** What to do about a problem: a sentence, and the commands to type, one a line. */
export interface Remedy extends Text {
  readonly commands?: readonly string[];
}

/** One thing that keeps a lab from being passed. */
export interface Problem {
  /** Stable; scripts may depend on it. */
  readonly code: string;
  readonly values: Readonly<Record<string, string>>;
  /** `failed`: the work is not right. `waiting`: it may be right in a moment. `cannot-tell`: the machine or the engine does not say. `note`: right, and worth a word. */
  readonly kind: 'failed' | 'waiting' | 'cannot-tell' | 'note';
  readonly message: Text;
  readonly remedy: Remedy;
}

/** What was recorded when a lab was begun; `marker` names an event that the engine's history still holds while it is complete. */
export interface Begun {
  readonly at: string;
  readonly marker?: string;
  readonly imageIds?: Readonly<Record<string, string>>;
  /** Pods that had been stopped before, by name. */
  readonly stopped?: readonly string[];
}

/** What a check may ask; nothing in it changes anything. */
export interface CheckContext {
  readonly lab: Lab;
  readonly engine: EngineFacts;
  readonly cluster: ClusterFacts;
  readonly begun: Begun | undefined;
  /** The reader's folder, absolute. */
  readonly dir: string;
  readonly files: Files;
  readonly contents: Contents;
  ask(url: string, stopAt?: string, timeout?: number): Promise<HttpAnswer>;
  readonly run: Run;
  /** Tells what was found where it is worth knowing though nothing is wrong. */
  tell(found: Text): void;
}

/** Turns facts into problems; no problem means passed. */
export interface Check {
  /** What it looks at, as an item of a checklist. */
  title(lab: Lab): Text;
  /** Checks of one subject run in order and stop at the first that fails. */
  readonly subject: string;
  run(context: CheckContext): Promise<readonly Problem[]>;
}
