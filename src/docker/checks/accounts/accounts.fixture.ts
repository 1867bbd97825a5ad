import type { Service } from '../../model/exercise';
import type { Services } from './links';
import type { Lookup } from './variable';

type Given = Readonly<Record<string, string | undefined>>;

/** The account of the book, by the ends of the variables' names. */
const book = {
  database: { ROOT_PASSWORD: 'rootpass', DATABASE: 'blog000db', USER: 'kun', PASSWORD: 'pass' },
  application: { HOST: 'data000ex', NAME: 'blog000db', USER: 'kun', PASSWORD: 'pass' },
} as const;

const prefixed = (prefix: string, values: Given): [string, string][] =>
  Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [[prefix + name, value]],
  );

/** A database and an application that uses it, as the book has them. */
export function twoServices(image = 'mysql'): Readonly<Record<string, Service>> {
  return {
    data000ex: { image, environment: Object.fromEntries(prefixed('MYSQL_', book.database)) },
    blog000ex: {
      image: 'wordpress',
      environment: Object.fromEntries(prefixed('WORDPRESS_DB_', book.application)),
      depends_on: { data000ex: { condition: 'service_started' } },
    },
  };
}

/** The same by their names. */
export const services: Services = new Map(Object.entries(twoServices()));

/** What both are given: the book's values but for some. */
export function givenBut(database: Given, application: Given = {}, prefix = 'MYSQL_'): Lookup {
  const all = new Map([
    ...prefixed(prefix, { ...book.database, ...database }),
    ...prefixed('WORDPRESS_DB_', { ...book.application, ...application }),
  ]);
  return ({ variable }) => all.get(variable);
}
