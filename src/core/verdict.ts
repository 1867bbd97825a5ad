import type { Check, MachineContext } from './check';
import { about, type Problem } from './problem';
import type { LabBase } from './lab';
import type { Text } from './text';
import { Failure } from './failure';
import { visible } from './answers/visible';

/** One item of a lab's checklist; `open` was not looked at, because something before it is not right. */
export interface GradedItem {
  readonly title: Text;
  readonly subject: string;
  readonly status: 'passed' | 'failed' | 'open';
  /** What was found that is worth knowing though nothing is wrong. */
  readonly found: readonly Text[];
  /** What keeps it from being passed, when it was looked at. */
  readonly problems: readonly Problem[];
}

/** What the checks of one lab say now; `unknown` when the machine or the engine did not answer. */
export interface Verdict {
  readonly lab: LabBase;
  readonly status: 'passed' | 'failed' | 'unknown';
  readonly items: readonly GradedItem[];
  readonly problems: readonly Problem[];
  /** The problems of the kind `note`. */
  readonly notes: readonly Problem[];
  readonly firstPassedAt?: string;
  /** Each runs the check of a subject again that found problems. */
  readonly unanswered: readonly (() => Promise<readonly Problem[]>)[];
}

/** A context without `tell`, which each check gets for itself. */
type Untold<Context> = Omit<Context, 'tell'>;

/** Runs a lab's checks, those of different subjects side by side; records nothing. */
export async function runChecks<Context extends MachineContext, Exercise extends LabBase>(
  lab: Exercise & { readonly checks: readonly Check<Context, Exercise>[] },
  context: Untold<Context>,
): Promise<Verdict> {
  const subjects = [...new Set(lab.checks.map(({ subject }) => subject))];
  const graded = await Promise.all(
    subjects.map((subject) =>
      runInOrder(
        lab.checks
          .filter((check) => check.subject === subject)
          .map((check) => ({ ...check, title: check.title(lab) })),
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
    notes: graded.flatMap((group) => group.notes),
    unanswered: graded.flatMap((group) => group.unanswered),
  };
}

function statusOf(problems: readonly Problem[]): Verdict['status'] {
  if (problems.length === 0) return 'passed';
  return problems.every(({ kind }) => kind === 'cannot-tell') ? 'unknown' : 'failed';
}

type Titled<Context> = Pick<Check<Context>, 'subject' | 'run'> & { readonly title: Text };

async function runInOrder<Context extends MachineContext>(
  checks: readonly Titled<Context>[],
  context: Untold<Context>,
) {
  const items: GradedItem[] = [];
  const notes: Problem[] = [];
  const unanswered: (() => Promise<readonly Problem[]>)[] = [];
  let problems: readonly Problem[] = [];
  for (const check of checks) {
    const { subject, title } = check;
    if (problems.length > 0) {
      items.push({ title, subject, status: 'open', found: [], problems: [] });
      continue;
    }
    const found: Text[] = [];
    const tell = ({ ko, en }: Text) => found.push({ ko: visible(ko), en: visible(en) });
    const told = await problemsOf(check, telling(context, tell));
    problems = told.filter(isNoNote);
    notes.push(...told.filter((problem) => !isNoNote(problem)));
    const status = problems.length === 0 ? 'passed' : 'failed';
    items.push({ title, subject, status, found, problems });
    if (problems.length > 0)
      unanswered.push(async () => {
        const again = await problemsOf(
          check,
          telling(context, () => undefined),
        );
        return again.filter(isNoNote);
      });
  }
  return { items, problems, notes, unanswered };
}

const isNoNote = ({ kind }: Problem) => kind !== 'note';

function telling<Context extends MachineContext>(
  context: Untold<Context>,
  tell: Context['tell'],
): Context {
  return { ...context, tell } as unknown as Context;
}

async function problemsOf<Context extends MachineContext>(
  check: Pick<Check<Context>, 'run'>,
  context: Context,
): Promise<readonly Problem[]> {
  try {
    const problems = await check.run(context);
    return problems.map((problem) => about(problem, context.machine));
  } catch (error) {
    if (error instanceof Failure) return [about(error.problem, context.machine)];
    throw error;
  }
}
