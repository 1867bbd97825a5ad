import { mendingOf, type Mending } from '../../../core/checks/mending';
import type { Problem } from '../../../core/problem';
import type { EngineState } from '../../model/exercise';
import { withOwnAccounts } from './accounts';
import { lookupIn } from './differences';
import { composeGoal } from './goal';
import type { ComposeConfig } from './model';
import { lookupInText, withOwnNames } from './own-names';
import { problemOfChange } from './problem-of-change';

/** A Compose file of the reader's that is not right. */
export interface WrongFile {
  /** Its path as the reader knows it. */
  readonly file: string;
  readonly source: string;
  readonly wanted: EngineState;
  /** How Compose reads it, where it does. */
  readonly config?: ComposeConfig;
  /** What is wrong, as Compose's reading tells it. */
  readonly told: readonly Problem[];
}

/** Looks for the changes that mend a Compose file; names and accounts of the reader's own stay. */
export function mendComposeFile(wrong: WrongFile): Mending | undefined {
  const { file, source, wanted, config } = wrong;
  const lookup = config ? lookupIn(config) : lookupInText(source);
  const own = withOwnNames(withOwnAccounts(wanted, lookup), source);
  const goal = composeGoal(own);
  return mendingOf(file, source, goal, (change) => problemOfChange(change, wrong, goal));
}
