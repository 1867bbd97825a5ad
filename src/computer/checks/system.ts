import type { MachineCheck, MachineContext } from '../../core/check';
import type { Problem } from '../../core/problem';
import type { Text } from '../../core/text';
import type { ComputerFacts } from '../facts';
import { lookOf } from '../look';
import { insideLines, machineLine, systemLine, systemName } from '../words';

/** The checks of a lab about a computer run in order: what comes later needs what comes before. */
export const subject = 'computer';

const systems = {
  windows: { name: 'Windows', lab: 'app-windows' },
  macos: { name: 'macOS', lab: 'app-macos' },
  linux: { name: 'Linux', lab: 'app-linux-docker' },
} as const;

/** The computer has that system; tells what it is. */
export function hasSystem(wanted: ComputerFacts['system']): MachineCheck {
  const { name } = systems[wanted];
  return {
    subject,
    title: () => ({
      ko: `이 컴퓨터의 시스템: ${name}`,
      en: `The system of this computer: ${name}`,
    }),
    async run(context) {
      const look = lookOf(context);
      // The answers are needed next, and take their time.
      look.docker().catch(() => undefined);
      const facts = await look.computer();
      if (!facts) return [(await import('../problems/system')).systemUntold({})];
      const distribution = (await look.unix())?.distribution;
      [systemLine(facts), machineLine(facts), ...insideLines(facts, distribution)].forEach(
        context.tell,
      );
      return facts.system === wanted ? [] : [await other(wanted, facts, distribution)];
    },
  };
}

// A check that passes loads no problems.
async function other(
  wanted: ComputerFacts['system'],
  facts: ComputerFacts,
  distribution = '',
): Promise<Problem> {
  const { labOfOtherSystem, terminalOfWsl } = await import('../problems/system');
  if (wanted === 'windows' && facts.inside?.startsWith('wsl'))
    return terminalOfWsl({ distribution });
  return labOfOtherSystem({
    wanted: systems[wanted].name,
    system: systemName(facts),
    own: systems[facts.system].lab,
  });
}

type ProblemsOf = (context: MachineContext) => Promise<readonly Problem[]>;

/** Nothing keeps Docker from running on the computer, by the problems that a look at it finds; where an engine answers, only its notes count. */
export function fitsDocker(title: Text, problemsOf: ProblemsOf): MachineCheck {
  return {
    subject,
    title: () => title,
    async run(context) {
      const [{ engine }, problems] = await Promise.all([
        lookOf(context).docker(),
        problemsOf(context),
      ]);
      return engine ? problems.filter(({ kind }) => kind === 'note') : problems;
    },
  };
}

/** What keeps Docker from running, looked for only where no engine answers. */
export function whereNoneAnswers(problemsOf: ProblemsOf): ProblemsOf {
  return async (context) => {
    const { engine } = await lookOf(context).docker();
    return engine ? [] : problemsOf(context);
  };
}
