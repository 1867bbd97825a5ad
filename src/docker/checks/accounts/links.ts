import type { Service } from '../../model/exercise';
import { roleOf, type Lookup, type Role, type Variable } from './variable';

/** Services by their names. */
export type Services = ReadonlyMap<string, Service>;

/** A variable of an application that says the same as one of its database. */
export interface Link {
  readonly asking: Variable;
  readonly giving: Variable;
  /** The value of both in the book. */
  readonly book: string;
  /** What both say of the account; the password is that of the user or that of `root`. */
  readonly role: Role;
}

/** The variables that may have to agree between applications and their databases: those that have the same value in the book, and the passwords of `root`. */
export function linksOf(services: Services): Link[] {
  return [...services].flatMap(([application, { depends_on = {} }]) =>
    Object.keys(depends_on).flatMap((database) => linksBetween(services, application, database)),
  );
}

/** The links between one application and one database. */
export function linksBetween(services: Services, application: string, database: string): Link[] {
  const variablesOf = (service: string) => Object.entries(services.get(service)?.environment ?? {});
  const all = variablesOf(database).flatMap(([variable, book]) => {
    const role = roleOf(variable);
    return role ? [{ giving: { service: database, variable }, book, role }] : [];
  });
  return variablesOf(application).flatMap(([variable, value]) => {
    const same = all.filter(({ book }) => book === value);
    const isPassword = same.some(({ role }) => role === 'password');
    const root = all.filter(({ role }) => isPassword && role === 'root');
    return [...same, ...root].map((one) => ({
      asking: { service: application, variable },
      ...one,
    }));
  });
}

/** The variable of the other service that has the value which a variable should have, because both mean the same. */
export function partnerOf(
  links: readonly Link[],
  { service, variable, wanted }: Variable & { readonly wanted: string },
  lookup: Lookup,
): Variable | undefined {
  const isIt = (one: Variable) => one.service === service && one.variable === variable;
  return links
    .flatMap(({ asking, giving }) => [
      ...(isIt(asking) ? [giving] : []),
      ...(isIt(giving) ? [asking] : []),
    ])
    .find((other) => lookup(other) === wanted);
}
