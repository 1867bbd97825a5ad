import { placeOf, type ConfigIssue } from '../../../class/config/issue';
import { say } from '../../language';
import { chat, mark } from '../terminal';

/** How many mistakes of a configuration are shown at once. */
const most = 20;

/** Tells mistakes of a configuration: where, which value, why, and what is allowed. */
export function tellIssues(issues: readonly ConfigIssue[]): void {
  for (const { value, reason, allowed, ...place } of issues.slice(0, most)) {
    chat(`  ${say(placeOf(place))}: ${value}`);
    if (reason) chat(`    ${say(reason)}`);
    chat(`    ${mark.arrow} ${say({ ko: '쓸 수 있는 값', en: 'allowed' })}: ${say(allowed)}`);
  }
  const more = issues.length - most;
  if (more > 0) chat(`  ${say({ ko: `그 밖에 ${more}개`, en: `and ${more} more` })}`);
}
