import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

import type { Lab } from '../../labs/lab';
import type { Condition, ExpectedProblem, LabCases, Mistake } from '../../labs/shared/lab-cases';
import type { Namespace } from '../engine/namespace';
import { repository } from '../programs/paths';

/** Milliseconds that a condition may take to come true: a machine ten times slower keeps them. */
const PATIENCE = 100_000;

/** How often a reader does as told before the way counts as none. */
const ROUNDS = 4;

/** What `check` says of one lab, with its exit code. */
export interface Judgement {
  readonly code: number;
  readonly status: string;
  readonly problems: readonly {
    code: string;
    kind: string;
    values: Record<string, string>;
    message: string;
    commands: readonly string[];
  }[];
}

/** Whoever does the exercises in a place: types lines, and asks dkkb. */
export class Reader {
  constructor(private readonly place: () => Namespace) {}

  /** Types lines that have to succeed, as a reader does. */
  readonly type = async (lines: string): Promise<void> => {
    const { code, stderr } = await this.place().sh(lines);
    if (code !== 0) throw new Error(`${lines}\nexit ${String(code)}\n${stderr}`);
  };

  /** Runs a command of dkkb that has to succeed, and gives back what it printed. */
  readonly need = async (...args: string[]): Promise<string> => {
    const { code, stdout, stderr } = await this.place().dkkb(...args);
    if (code !== 0) throw new Error(`dkkb ${args.join(' ')}: ${String(code)}\n${stdout}${stderr}`);
    return stdout;
  };

  /** What `check` says. */
  readonly check = async (id: string, ...options: string[]): Promise<Judgement> => {
    const { code, stdout } = await this.place().dkkb('check', id, '-o', 'json', ...options);
    const [verdict] = (JSON.parse(stdout) as { labs: [Omit<Judgement, 'code'>] }).labs;
    return { ...verdict, code };
  };

  /** Waits until a condition holds. */
  readonly until = async (condition: Condition): Promise<void> => {
    const deadline = Date.now() + PATIENCE;
    for (;;) {
      const { holds, saw } = await this.place().asks(condition);
      if (holds) return;
      if (Date.now() > deadline) {
        throw new Error(`never came true: ${JSON.stringify(condition)}; at last: ${saw}`);
      }
      await setTimeout(200);
    }
  };

  /** Holds what `check` says of a mistake that was typed: it failed, for exactly the reasons that are named. */
  readonly fails = async (id: string, mistake: Mistake): Promise<Judgement> => {
    if (mistake.until) await this.until(mistake.until);
    const judgement = await this.check(id);
    const { code, status, problems } = judgement;
    expect(settled(problems, mistake)).toEqual(mistake.problems.map(expectation));
    expect({ code, status }).toEqual({ code: 1, status: 'failed' });
    return judgement;
  };

  /** Makes a mistake, is told of it, and does as told: what is to be done by hand first, then the commands as they are printed. */
  readonly mends = async (id: string, mistake: Mistake): Promise<void> => {
    await this.type(mistake.typed);
    const judgement = await this.fails(id, mistake);
    if (mistake.mend) await this.type(mistake.mend);
    await this.doAsTold(judgement);
  };

  /** Does as `check` tells, again and again, until it passes; a few rounds have to suffice. */
  readonly follows = async (id: string, first: Judgement, mend?: string): Promise<void> => {
    const rounds: string[] = [];
    for (let last = first; last.status !== 'passed'; last = await this.check(id)) {
      const told = last.problems.map(({ code }) => code).join(', ');
      if (rounds.length === ROUNDS)
        throw new Error(`no way to pass:\n${rounds.join('\n')}\n${told}`);
      if (mend && rounds.length === 0) await this.type(mend);
      rounds.push(`${told}\n${await this.doAsTold(last)}`);
    }
  };

  /** Types the commands of a judgement as a reader pastes them, each once; gives back what they said. */
  private async doAsTold({ problems }: Judgement): Promise<string> {
    const commands = new Set(problems.flatMap((problem) => problem.commands));
    const { stdout, stderr } = await this.place().sh(['set -v', ...commands].join('\n'));
    return `${stderr}${stdout}`;
  }
}

/** Whether the check printed commands to type. */
export function hasCommands({ problems }: Judgement): boolean {
  return problems.some(({ commands }) => commands.length > 0);
}

/** The problems that a mistake is told of, without what merely still starts besides. */
function settled(problems: Judgement['problems'], mistake: Mistake) {
  const asked = new Set(mistake.problems.map(({ code }) => code));
  const told = problems.filter(({ kind, code }) => kind !== 'waiting' || asked.has(code));
  return told.map(({ code, values }) => ({ code, values }));
}

/** A problem of which the known values are held against what was told. */
function expectation({ code, values }: ExpectedProblem) {
  const known = Object.entries(values).map(([key, value]) => [
    key,
    value instanceof RegExp ? expect.stringMatching(value) : value,
  ]);
  return { code, values: expect.objectContaining(Object.fromEntries(known)) };
}

/** What is typed for a lab beside the commands that it shows; the file stands next to the lab's. */
export function casesOf({ id }: Pick<Lab, 'id'>): LabCases {
  const [chapter = '', ...name] = id.split('-');
  const file = join(repository, 'labs', chapter, `${name.join('-')}.cases.ts`);
  return jest.requireActual<{ cases: LabCases }>(file).cases;
}
