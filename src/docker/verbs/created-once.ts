import type { Problem } from '../../core/problem';

/** Problems whose commands create each network only once: a second time, the engine would refuse it. */
export function createdOnce(problems: readonly Problem[]): Problem[] {
  const known = new Set<string>();
  return problems.map((problem) => {
    const { commands = [] } = problem.describe().remedy;
    const created = commands.filter((line) => line.startsWith('docker network create '));
    const again = created.filter((line) => known.has(line));
    created.forEach((line) => known.add(line));
    return again.length === 0 ? problem : without(problem, again);
  });
}

function without(problem: Problem, lines: readonly string[]): Problem {
  return {
    ...problem,
    describe(machine, other) {
      const { message, remedy } = problem.describe(machine, other);
      const commands = (remedy.commands ?? []).filter((line) => !lines.includes(line));
      return { message, remedy: { ...remedy, commands } };
    },
  };
}
