import { repositoryOf } from '../../../core/image-name';
import type { EngineState } from '../../model/exercise';
import { agreedVariables, withVariables } from '../accounts/agreement';
import type { Services } from '../accounts/links';
import { mariadbName, type Lookup } from '../accounts/variable';

/** The services of a state by their names. */
export function servicesOf({ services = {} }: EngineState): Services {
  return new Map(Object.entries(services));
}

/** The same state with the accounts, passwords and names of databases that a file uses, as far as its services agree on them. */
export function withOwnAccounts(state: EngineState, lookup: Lookup): EngineState {
  const named = withOwnVariables(state, lookup);
  return withVariables(named, agreedVariables(servicesOf(named), lookup));
}

/** The same state with the names of variables that a file uses: MariaDB's image knows each by two. */
export function withOwnVariables(state: EngineState, lookup: Lookup): EngineState {
  const ofMariadb = [...servicesOf(state)].filter(
    ([, { image }]) => repositoryOf(image) === 'mariadb',
  );
  const named = ofMariadb.map(([service, { environment = {} }]) => {
    const entries = Object.entries(environment).map(([variable, value]) => {
      const other = mariadbName(variable);
      const isOther = lookup({ service, variable: other }) !== undefined;
      return [isOther ? other : variable, value] as const;
    });
    return [service, Object.fromEntries(entries)] as const;
  });
  return withVariables(state, new Map(named));
}
