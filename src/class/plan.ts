import type { Problem } from '../core/problem';
import { isMade } from './changes';
import { preflight } from './preflight';
import type { ClassSession } from './session';
import { surveyClass, type Asked, type Survey } from './survey';

/** What `class up` would do, and what stands in its way. */
export interface ClassPlan extends Survey {
  /** The problems that would stop `class up`, and notes on what could not be found out. */
  readonly problems: readonly Problem[];
}

/** Looks at what is there, what is missing and what is in the way; makes nothing. */
export async function planClass(session: ClassSession, asked: Asked = {}): Promise<ClassPlan> {
  const survey = await surveyClass(session, asked);
  const { account, things: found, changes } = survey;
  const made = changes.filter(isMade);
  const inTheWay = await preflight(session, { account, found, count: made.length });
  return { ...survey, problems: [...survey.problems, ...inTheWay] };
}
