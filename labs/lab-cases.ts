/** A problem that an answer must be told of: its code, and those of its values that are known beforehand. */
export interface ExpectedProblem {
  readonly code: string;
  readonly values: Readonly<Record<string, string | RegExp>>;
}

/** A wrong answer: what is typed after `dkkb up`, and every problem that `dkkb check` then names. */
export interface WrongAnswer {
  /** Typed before the lab is begun. */
  readonly before?: string;
  readonly typed: string;
  /** A shell condition that is waited for before the check, where the engine needs a moment. */
  readonly until?: string;
  readonly problems: readonly ExpectedProblem[];
}

/** What the contract test types for a lab, beside the commands of `dkkb show ID --solution`; each by its title. */
export interface LabCases {
  /** Lines of a shell that lead to the right state. */
  readonly right: Readonly<Record<string, string>>;
  readonly wrong: Readonly<Record<string, WrongAnswer>>;
}

/** A shell condition: the engine says that the container is in that state. */
export function isIn(state: string, name: string): string {
  return `[ "$(docker container inspect -f '{{.State.Status}}' ${name})" = ${state} ]`;
}

/** A line of a shell that waits until a Deployment is rolled out. */
export function rolledOut(deployment: string): string {
  return `kubectl rollout status deployment/${deployment} --timeout=600s`;
}
