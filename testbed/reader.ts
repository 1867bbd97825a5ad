import { join } from 'node:path';

import type { Lab } from '../labs/lab';
import type { ExpectedProblem, LabCases, WrongAnswer } from '../labs/lab-cases';
import type { Namespace } from './namespace';

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

  /** Waits until a shell condition holds. */
  readonly until = async (condition: string): Promise<void> => {
    const deadline = Date.now() + 60_000;
    while ((await this.place().sh(condition)).code !== 0) {
      if (Date.now() > deadline) throw new Error(`never came true: ${condition}`);
    }
  };

  /** Holds what `check` says of a wrong answer that was typed: it failed, for exactly the reasons that are named. */
  readonly fails = async (id: string, answer: WrongAnswer): Promise<Judgement> => {
    if (answer.until) await this.until(answer.until);
    const judgement = await this.check(id);
    const { code, status, problems } = judgement;
    expect(settled(problems, answer)).toEqual(answer.problems.map(expectation));
    expect({ code, status }).toEqual({ code: 1, status: 'failed' });
    return judgement;
  };
}

/** The problems that a wrong answer is told of, without what merely still starts besides. */
function settled(problems: Judgement['problems'], answer: WrongAnswer) {
  const asked = new Set(answer.problems.map(({ code }) => code));
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
  const file = join(__dirname, '..', 'labs', `${id}.cases.ts`);
  return jest.requireActual<{ cases: LabCases }>(file).cases;
}
