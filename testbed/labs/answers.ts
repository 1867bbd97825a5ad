import type { Namespace } from '../engine/namespace';
import { finish, type RunOptions } from '../programs/process';

/** A problem as `-o json` prints it. */
export interface ToldProblem {
  readonly code: string;
  readonly values: Readonly<Record<string, string>>;
  readonly message: string;
  readonly remedy: string;
}

/** How a dkkb command ended and, where it named one, its first problem. */
export interface Told {
  readonly code: number;
  readonly problem: ToldProblem | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

interface Report {
  readonly error?: ToldProblem;
  readonly problems?: readonly ToldProblem[];
  readonly labs?: readonly { readonly problems?: readonly ToldProblem[] }[];
}

/** Reads what a dkkb command printed with `-o json`. */
export function told(finished: { code: number; stdout: string; stderr: string }): Told {
  const report = JSON.parse(finished.stdout || '{}') as Report;
  const problem = report.error ?? report.problems?.[0] ?? report.labs?.[0]?.problems?.[0];
  return { ...finished, problem };
}

/** Runs dkkb with `-o json` on an engine or a cluster, and reads its output. */
export async function tell(place: Namespace, args: string, options?: RunOptions): Promise<Told> {
  return told(await finish(place.spawnDkkb([...args.split(' '), '-o', 'json'], options)));
}
