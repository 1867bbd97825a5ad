/** A problem that the check must report: its code, and those of its values that are known beforehand. */
export interface ExpectedProblem {
  readonly code: string;
  readonly values: Readonly<Record<string, string | RegExp>>;
}

/** A condition that is waited for: a line of a shell that succeeds, or the state that the engine reports of a container. */
export type Condition = string | { readonly container: string; readonly state: string };

/** A mistake: what is typed, and every problem that `dkkb check` then names. */
export interface Mistake {
  readonly typed: string;
  /** What is waited for before the check, where the engine needs a moment. */
  readonly until?: Condition;
  readonly problems: readonly ExpectedProblem[];
  /** What the reader does before typing the commands that the check prints, where it asks for more than commands: a file to write, a log to read. */
  readonly mend?: string;
}

/** A wrong answer: a mistake, typed after `dkkb up`. */
export interface WrongAnswer extends Mistake {
  /** Typed before the lab is begun. */
  readonly before?: string;
}

/** What the contract test types for a lab, beside the commands of `dkkb show ID --solution`; each by its title. */
export interface LabCases {
  /** Mistakes one after the other, as many at once as go together; after each, the reader does what the check says, and at the end the lab passes. */
  readonly walk?: readonly Mistake[];
  /** Lines of a shell that lead to the right state. */
  readonly right: Readonly<Record<string, string>>;
  readonly wrong: Readonly<Record<string, WrongAnswer>>;
}

/** A condition: the engine says that the container is in that state. */
export function isIn(state: string, container: string): Condition {
  return { container, state };
}

/** A line of a shell that waits until a Deployment is rolled out. */
export function rolledOut(deployment: string): string {
  return `kubectl rollout status deployment/${deployment} --timeout=600s`;
}
