import type { Check, CheckContext, Problem } from '../checks/check';
import { problemOf } from '../checks/problems/machine';
import type { Lab, Text } from '../labs/lab';
import { Failure } from '../runtime/failure';
import { visible } from '../runtime/visible';

/** One item of a lab's checklist; `open` was not looked at, because something before it is not right. */
export interface GradedItem {
  readonly title: Text;
  readonly subject: string;
  readonly status: 'passed' | 'failed' | 'open';
  /** What was found where it is worth knowing though nothing is wrong. */
  readonly found: readonly Text[];
  /** What keeps it from being passed, when it was looked at. */
  readonly problems: readonly Problem[];
}

/** What the checks of one lab say now; `unknown` when the machine or the engine did not tell. */
export interface Verdict {
  readonly lab: Lab;
  readonly status: 'passed' | 'failed' | 'unknown';
  readonly items: readonly GradedItem[];
  readonly problems: readonly Problem[];
  /** What is right today, and worth a word. */
  readonly notes: readonly Problem[];
  readonly firstPassedAt?: string;
  /** Asks again what stopped each subject. */
  readonly unanswered: readonly (() => Promise<readonly Problem[]>)[];
}

/** Runs a lab's checks, those of different subjects side by side; records nothing. */
export async function runChecks(lab: Lab, context: Omit<CheckContext, 'tell'>): Promise<Verdict> {
  const subjects = [...new Set(lab.checks.map(({ subject }) => subject))];
  const graded = await Promise.all(
    subjects.map((subject) =>
      runInOrder(
        lab.checks.filter((check) => check.subject === subject),
        context,
      ),
    ),
  );
  const problems = graded.flatMap((group) => group.problems);
  return {
    lab,
    status: statusOf(problems),
    items: graded.flatMap((group) => group.items),
    problems,
    notes: [],
    unanswered: graded.flatMap((group) => group.unanswered),
  };
}

function statusOf(problems: readonly Problem[]): Verdict['status'] {
  if (problems.length === 0) return 'passed';
  return problems.every(({ kind }) => kind === 'cannot-tell') ? 'unknown' : 'failed';
}

async function runInOrder(checks: readonly Check[], context: Omit<CheckContext, 'tell'>) {
  const items: GradedItem[] = [];
  const unanswered: (() => Promise<readonly Problem[]>)[] = [];
  let problems: readonly Problem[] = [];
  for (const check of checks) {
    const { subject } = check;
    const title = check.title(context.lab);
    if (problems.length > 0) {
      items.push({ title, subject, status: 'open', found: [], problems: [] });
      continue;
    }
    const found: Text[] = [];
    const tell = ({ ko, en }: Text) => found.push({ ko: visible(ko), en: visible(en) });
    problems = await problemsOf(check, { ...context, tell });
    const status = problems.length === 0 ? 'passed' : 'failed';
    items.push({ title, subject, status, found, problems });
    if (problems.length > 0)
      unanswered.push(() => problemsOf(check, { ...context, tell: () => undefined }));
  }
  return { items, problems, unanswered };
}

async function problemsOf(check: Check, context: CheckContext): Promise<readonly Problem[]> {
  try {
    return await check.run(context);
  } catch (error) {
    if (error instanceof Failure) return [problemOf(error)];
    throw error;
  }
}
