import type { EngineState } from '../../model/exercise';
import { linksBetween, type Link, type Services } from './links';
import { roleOf, rootUser, type Lookup, type Role, type Variables } from './variable';

/** The variables that applications and their databases should have, by their services: names and passwords are free as long as both agree. */
export function agreedVariables(services: Services, lookup: Lookup): Map<string, Variables> {
  const wanted = new Map<string, Variables>();
  for (const [application, { depends_on = {}, environment = {} }] of services)
    for (const database of Object.keys(depends_on)) {
      const links = linksBetween(services, application, database);
      const isRoot = logsInAsRoot(links, lookup);
      const own = ownAccount(services, database, lookup, isRoot);
      const holding = links.filter(({ role }) => holds(role, isRoot));
      const agreed = holding.map((link) => ({ ...link, value: agreedValue(link, lookup) }));
      const asRoot = links.filter(({ role }) => isRoot && role === 'user');
      wanted.set(application, {
        ...environment,
        ...valuesBy(agreed.map(({ asking, value }) => [asking.variable, value])),
        ...valuesBy(asRoot.map(({ asking }) => [asking.variable, rootUser])),
      });
      wanted.set(database, {
        ...own,
        ...valuesBy(agreed.map(({ giving, value }) => [giving.variable, value])),
      });
    }
  return wanted;
}

const valuesBy = (entries: readonly (readonly [string, string])[]): Variables =>
  Object.fromEntries(entries);

/** Whether what a variable says has to agree: an application uses one account, the user's or that of `root`. */
const holds = (role: Role, isRoot: boolean): boolean =>
  role === 'database' || (role === 'root') === isRoot;

/** Whether the application means the account of `root`: it is there, whatever else the database makes. */
function logsInAsRoot(links: readonly Link[], lookup: Lookup): boolean {
  const valuesOf = (role: Role) => {
    const link = links.find((one) => one.role === role);
    return link && { asked: lookup(link.asking), given: lookup(link.giving) };
  };
  const [user, password, root] = [valuesOf('user'), valuesOf('password'), valuesOf('root')];
  if (!root || user?.asked !== rootUser) return false;
  // With the password of the user that the database makes, the name is what is wrong.
  const isOfUser = user.given && password?.asked && password.asked === password.given;
  return root.asked === root.given || !isOfUser;
}

/** The variables of a database with the reader's values, and the book's where the reader's make no account. */
function ownAccount(
  services: Services,
  database: string,
  lookup: Lookup,
  isRoot: boolean,
): Variables {
  const book = Object.entries(services.get(database)?.environment ?? {});
  const given = book.map(([variable, value]) => {
    const own = lookup({ service: database, variable });
    return { variable, role: roleOf(variable), value, own };
  });
  const ownOf = (role: Role) => given.find((one) => one.role === role)?.own;
  const isMade = ownOf('user') === rootUser || (ownOf('user') && ownOf('password'));
  const isNeeded = (role?: Role) => !isRoot || isMade || (role !== 'user' && role !== 'password');
  return valuesBy(
    given
      .filter(({ role }) => isNeeded(role))
      .map(({ variable, role, value, own }) => [variable, isUsable(role, own) ? own : value]),
  );
}

/** The value that both sides should have: the book's where the application has it, else the database's, or the application's where the database has none. */
function agreedValue({ asking, giving, book, role }: Link, lookup: Lookup): string {
  const [asked, own] = [lookup(asking), lookup(giving)];
  if (!isUsable(role, own)) return isUsable(role, asked) ? asked : book;
  return asked === book ? book : own;
}

/** Whether a value can make an account: the images refuse to make the root user a second time. */
function isUsable(role: Role | undefined, value: string | undefined): value is string {
  if (!value) return false;
  return !(role === 'user' && value === rootUser);
}

/** The state with these variables of its services. */
export function withVariables(
  state: EngineState,
  wanted: ReadonlyMap<string, Variables>,
): EngineState {
  if (!state.services) return state;
  const services = Object.entries(state.services).map(([name, service]) => {
    const environment = wanted.get(name);
    return [name, environment ? { ...service, environment } : service] as const;
  });
  return { ...state, services: Object.fromEntries(services) };
}

/** The variables whose values are the reader's own and as they should be. */
export function ownVariables(book: Services, wanted: Services, lookup: Lookup): string[] {
  return [...wanted].flatMap(([service, { environment = {} }]) => {
    const theirs = book.get(service)?.environment ?? {};
    return Object.entries(environment)
      .filter(([variable, value]) => theirs[variable] !== value)
      .filter(([variable, value]) => lookup({ service, variable }) === value)
      .map(([variable]) => variable);
  });
}
