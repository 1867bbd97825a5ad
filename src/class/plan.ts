import type { Problem } from '../core/problem';
import { accessChange, type AccessChange } from './access';
import { isMade } from './changes';
import { preflight } from './preflight';
import type { ClassSession } from './session';
import { surveyClass, type Asked, type Survey } from './survey';

/** What `class up` would do, and what stands in its way. */
export interface ClassPlan extends Survey {
  /** Who may connect from now on, and who no longer; undefined where the class has no rules yet. */
  readonly access: AccessChange | undefined;
  /** The problems that would stop `class up`, and notes on what could not be found out. */
  readonly problems: readonly Problem[];
  /** Those of them for which nothing of the class may be changed, so that it says nothing what `up` would change. */
  readonly forbidding: readonly Problem[];
}

/** Looks at what is there, what is missing and what is in the way; makes nothing. */
export async function planClass(session: ClassSession, asked: Asked = {}): Promise<ClassPlan> {
  const survey = await surveyClass(session, asked);
  const { account, things: found, changes } = survey;
  const made = changes.filter(isMade);
  const [inTheWay, allow] = await Promise.all([
    preflight(session, { account, found, count: made.length }),
    session.allowed(),
  ]);
  const access = accessChange({ allow, ports: session.config.ports }, found);
  const { problems: forbidding } = survey;
  return { ...survey, access, forbidding, problems: [...forbidding, ...inTheWay] };
}
