import { repositoryOf } from '../../../core/image-name';
import type { EngineState, Service } from '../../model/exercise';

/** A variable of a service. */
export interface Variable {
  readonly service: string;
  readonly variable: string;
}

/** What a file gives for a variable; undefined where it gives nothing. */
export type Lookup = (variable: Variable) => string | undefined;

/** The same state with the accounts, passwords and names of databases that a file uses, as far as its services agree on them. */
export function withOwnAccounts(state: EngineState, lookup: Lookup): EngineState {
  const named = withOwnVariables(state, lookup);
  const values = new Map(
    sharedValues(named).flatMap((shared) =>
      shared.holders.map((holder) => [keyOf(holder), agreedValue(shared, lookup)]),
    ),
  );
  const isRoot = logsInAsRoot(named, lookup);
  return withVariables(named, (holder, book) => {
    const isFree = isRoot && isOfAccount(holder);
    if (!isFree) return values.get(keyOf(holder)) ?? book;
    const value = lookup(holder);
    return isRefused(holder, value) ? book : value;
  });
}

/** A variable that has to have the same value in another service: that one, and what it has. */
export function partnerOf(
  state: EngineState,
  { service, variable }: Variable,
  lookup: Lookup,
): (Variable & { readonly value: string }) | undefined {
  const shared = sharedValues(state).find(({ holders }) =>
    holders.some((one) => one.service === service && one.variable === variable),
  );
  const other = shared?.holders.find((one) => one.service !== service);
  const value = other && lookup(other);
  return other && value ? { ...other, value } : undefined;
}

/** A value that stands in several places of the book's file, or in one. */
interface SharedValue {
  readonly value: string;
  readonly holders: readonly Variable[];
}

function sharedValues(state: EngineState): SharedValue[] {
  const holders = new Map<string, Variable[]>();
  for (const [service, { environment = {} }] of Object.entries(state.services ?? {}))
    for (const [variable, value] of Object.entries(environment)) {
      const isHost = state.services?.[value] !== undefined;
      if (!isHost) holders.set(value, [...(holders.get(value) ?? []), { service, variable }]);
    }
  return [...holders].map(([value, all]) => ({ value, holders: all }));
}

/** What all services give that give something; else the book's value where one gives that, else the first one's. */
function agreedValue({ value, holders }: SharedValue, lookup: Lookup): string {
  const found = holders.map(lookup).filter((one) => one !== undefined && one !== '');
  const own = found.includes(value) && new Set(found).size > 1 ? value : (found[0] ?? value);
  return holders.some((holder) => isRefused(holder, own)) ? value : own;
}

const isOfAccount = ({ variable }: Variable) =>
  /_(?:USER(?:NAME)?|PASSWORD)$/.test(variable) && !/ROOT/.test(variable);

// The images make no account of that name.
const isRefused = ({ variable }: Variable, value: string | undefined) =>
  /^(?:MYSQL|MARIADB)_USER$/.test(variable) && value === 'root';

/** Whether the application uses the account `root` with its password: that works, and no other account is needed. */
function logsInAsRoot({ services = {} }: EngineState, lookup: Lookup): boolean {
  const all = Object.entries(services).flatMap(([service, { environment = {} }]) =>
    Object.keys(environment).map((variable) => ({ service, variable })),
  );
  const valueOf = (form: RegExp) => {
    const found = all.find(({ variable }) => form.test(variable));
    return found && lookup(found);
  };
  const password = valueOf(/_DB_PASSWORD$/);
  const isPassword = password !== undefined && password === valueOf(/_ROOT_PASSWORD$/);
  return isPassword && valueOf(/_DB_USER(?:NAME)?$/) === 'root';
}

/** MariaDB's image knows its variables by two names. */
function withOwnVariables(state: EngineState, lookup: Lookup): EngineState {
  return mapServices(state, (service, { environment = {}, image }) => {
    if (repositoryOf(image) !== 'mariadb') return environment;
    return Object.fromEntries(
      Object.entries(environment).map(([variable, value]) => {
        const other = variable.replace(/^MYSQL_/, 'MARIADB_');
        const isOther = lookup({ service, variable: other }) !== undefined;
        return [isOther ? other : variable, value];
      }),
    );
  });
}

function withVariables(
  state: EngineState,
  valueOf: (holder: Variable, book: string) => string | undefined,
): EngineState {
  return mapServices(state, (service, { environment = {} }) =>
    Object.fromEntries(
      Object.entries(environment).flatMap(([variable, book]) => {
        const value = valueOf({ service, variable }, book);
        return value === undefined ? [] : [[variable, value] as const];
      }),
    ),
  );
}

function mapServices(
  state: EngineState,
  environmentOf: (name: string, service: Service) => Readonly<Record<string, string>>,
): EngineState {
  if (!state.services) return state;
  const services = Object.entries(state.services).map(([name, service]) => [
    name,
    service.environment ? { ...service, environment: environmentOf(name, service) } : service,
  ]);
  return { ...state, services: Object.fromEntries(services) };
}

const keyOf = ({ service, variable }: Variable) => `${service} ${variable}`;
