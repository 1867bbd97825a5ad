import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

import type { Lab } from '../../labs/lab';
import type { Condition, ExpectedProblem, LabCases, Mistake } from '../../labs/shared/lab-cases';
import type { Place } from './place';
import { repository } from '../programs/paths';

/** Milliseconds until a condition has to be true; enough for a machine that is ten times slower. */
const PATIENCE = 100_000;

/** How many rounds of remedies a reader follows before the test fails. */
const ROUNDS = 4;

/** The result of `check` for one lab, with its exit code. */
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

/** What `show --solution` says to scripts. */
interface Shown {
  readonly solution: readonly ({ command: string } | { file: string; text: string })[];
}

/** A reader who does the exercises in a place: types lines, and runs dkkb. */
export class Reader {
  constructor(private readonly place: () => Place) {}

  /** Types lines that have to succeed, as a reader does. */
  readonly type = async (lines: string): Promise<void> => {
    const { code, stderr } = await this.place().sh(lines);
    if (code !== 0) throw new Error(`${lines}\nexit ${String(code)}\n${stderr}`);
  };

  /** Runs a dkkb command that has to succeed, and returns its output. */
  readonly need = async (...args: string[]): Promise<string> => {
    const { code, stdout, stderr } = await this.place().dkkb(...args);
    if (code !== 0) throw new Error(`dkkb ${args.join(' ')}: ${String(code)}\n${stdout}${stderr}`);
    return stdout;
  };

  /** Does what leads to the solution of a lab: writes each file, and types each command. */
  readonly solvesAsShown = async (id: string): Promise<void> => {
    const { solution } = JSON.parse(
      await this.need('show', id, '--solution', '-o', 'json'),
    ) as Shown;
    for (const step of solution) {
      if ('file' in step) await this.place().saves(step.file, step.text);
      else await this.succeeds(step.command);
    }
  };

  private async succeeds(command: string): Promise<void> {
    const { code, stdout, stderr } = await this.place().types([command]);
    if (code !== 0) throw new Error(`${command}\nexit ${String(code)}\n${stdout}${stderr}`);
  }

  /** Runs `check`, and returns its result. */
  readonly check = async (id: string, ...options: string[]): Promise<Judgement> => {
    const { code, stdout } = await this.place().dkkb('check', id, '-o', 'json', ...options);
    const [verdict] = (JSON.parse(stdout) as { labs: [Omit<Judgement, 'code'>] }).labs;
    return { ...verdict, code };
  };

  /** Waits until a condition is true. */
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

  /** Expects `check` to fail after a mistake was typed, with exactly the problems of that mistake. */
  readonly fails = async (id: string, mistake: Mistake): Promise<Judgement> => {
    if (mistake.until) await this.until(mistake.until);
    const judgement = await this.check(id);
    const { code, status, problems } = judgement;
    expect(settled(problems, mistake)).toEqual(mistake.problems.map(expectation));
    expect({ code, status }).toEqual({ code: 1, status: 'failed' });
    return judgement;
  };

  /** Makes a mistake, expects its problems, and follows the remedies: first what is done by hand, then the printed commands. */
  readonly mends = async (id: string, mistake: Mistake): Promise<void> => {
    await this.type(mistake.typed);
    const judgement = await this.fails(id, mistake);
    if (mistake.mend) await this.type(mistake.mend);
    await this.doAsTold(judgement);
  };

  /** Follows the remedies of `check` until it passes; a few rounds have to be enough. */
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

  /** Types the commands of a judgement as a reader pastes them, each once; returns their output. */
  private async doAsTold({ problems }: Judgement): Promise<string> {
    const commands = new Set(toType(problems));
    const { stdout, stderr } = await this.place().types([...commands]);
    return `${stderr}${stdout}`;
  }
}

/** Whether the check printed commands to type. */
export function hasCommands({ problems }: Judgement): boolean {
  return toType(problems).length > 0;
}

/** The commands of problems, without those that a test cannot type: an editor waits for a reader, and a test stays in its folder. */
export function toType(problems: Judgement['problems']): string[] {
  const isForReader = /^(?:nano|notepad) |^cd \S+$/;
  return problems.flatMap(({ commands }) => commands.filter((line) => !isForReader.test(line)));
}

/** The reported problems, without those of programs that are still starting and that the mistake does not name. */
function settled(problems: Judgement['problems'], mistake: Mistake) {
  const asked = new Set(mistake.problems.map(({ code }) => code));
  const told = problems.filter(({ kind, code }) => kind !== 'waiting' || asked.has(code));
  return told.map(({ code, values }) => ({ code, values: withSlashes(values) }));
}

/** Values with the paths of Windows written as everywhere else. */
function withSlashes(values: Record<string, string>): Record<string, string> {
  return JSON.parse(JSON.stringify(values).replaceAll('\\\\', '/')) as Record<string, string>;
}

/** The expectation for a reported problem: the known values have to match. */
function expectation({ code, values }: ExpectedProblem) {
  const known = Object.entries(values).map(([key, value]) => [
    key,
    value instanceof RegExp ? expect.stringMatching(value) : value,
  ]);
  return { code, values: expect.objectContaining(Object.fromEntries(known)) };
}

/** The test cases of a lab, from the file beside the lab's own. */
export function casesOf({ id }: Pick<Lab, 'id'>): LabCases {
  const [chapter = '', ...name] = id.split('-');
  const file = join(repository, 'labs', chapter, `${name.join('-')}.cases.ts`);
  return jest.requireActual<{ cases: LabCases }>(file).cases;
}
