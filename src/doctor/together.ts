import type { Problem } from '../core/problem';
import { portOwner } from '../core/problems/practice-port';
import { portTaken } from '../docker/problems/ports';

/** The same problems, with one for all ports of a practice machine: what to do is the same for each. */
export function together(problems: readonly Problem[]): Problem[] {
  const byOf = ({ values: { by = '' } }: Problem) => by;
  const portsOf = (by: string) =>
    problems.filter((one) => byOf(one) === by).map(({ values: { port = '' } }) => port);
  const machines = [...new Set(problems.map(byOf))].filter(portOwner);
  return [
    ...machines.map((by) => portTaken({ port: portsOf(by).join(', '), by })),
    ...problems.filter((one) => !portOwner(byOf(one))),
  ];
}
