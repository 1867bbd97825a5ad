import type { EngineState } from '../../model/exercise';
import { partnerOf, withOwnAccounts, type Lookup } from './accounts';

const book = {
  data000ex: { ROOT_PASSWORD: 'rootpass', DATABASE: 'blog000db', USER: 'kun', PASSWORD: 'pass' },
  blog000ex: { HOST: 'data000ex', NAME: 'blog000db', USER: 'kun', PASSWORD: 'pass' },
};
const named = (prefix: string, values: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [prefix + name, value]));
const stateWith = (image: string): EngineState => ({
  services: {
    data000ex: { image, environment: named('MYSQL_', book.data000ex) },
    blog000ex: { image: 'wordpress', environment: named('WORDPRESS_DB_', book.blog000ex) },
  },
});
const state = stateWith('mysql');

/** What a file gives: the book's values but for some. */
function file(
  database: Readonly<Record<string, string | undefined>>,
  application: Readonly<Record<string, string | undefined>> = {},
  prefix = 'MYSQL_',
): Lookup {
  const all = new Map([
    ...Object.entries({ ...book.data000ex, ...database }).map(([n, v]) => [prefix + n, v] as const),
    ...Object.entries({ ...book.blog000ex, ...application }).map(
      ([n, v]) => [`WORDPRESS_DB_${n}`, v] as const,
    ),
  ]);
  return ({ variable }) => all.get(variable);
}

const askedOf = (lookup: Lookup, of = state) => {
  const { services = {} } = withOwnAccounts(of, lookup);
  return Object.assign({}, ...Object.values(services).map((one) => one.environment)) as unknown;
};

it('asks for the own values where both services have them', () => {
  const own = { DATABASE: 'mine', USER: 'me', PASSWORD: '1234' };
  const lookup = file(
    { ...own, ROOT_PASSWORD: 'secret' },
    { NAME: 'mine', USER: 'me', PASSWORD: '1234' },
  );
  expect(askedOf(lookup)).toEqual({
    MYSQL_ROOT_PASSWORD: 'secret',
    MYSQL_DATABASE: 'mine',
    MYSQL_USER: 'me',
    MYSQL_PASSWORD: '1234',
    WORDPRESS_DB_HOST: 'data000ex',
    WORDPRESS_DB_NAME: 'mine',
    WORDPRESS_DB_USER: 'me',
    WORDPRESS_DB_PASSWORD: '1234',
  });
});

it.each<[string, Lookup, string]>([
  ["the book's where one has it", file({ PASSWORD: '1234' }), 'pass'],
  ["the database's where none has the book's", file({ PASSWORD: '1' }, { PASSWORD: '2' }), '1'],
  ['the one that is there', file({ PASSWORD: undefined }, { PASSWORD: '2' }), '2'],
  ["the book's where there is none", file({ PASSWORD: '' }, { PASSWORD: undefined }), 'pass'],
])('of passwords that do not agree, asks for %s', (_title, lookup, value) => {
  expect(askedOf(lookup)).toMatchObject({ MYSQL_PASSWORD: value, WORDPRESS_DB_PASSWORD: value });
});

it('needs no other account where the application uses that of root', () => {
  const asRoot = { USER: 'root', PASSWORD: 'rootpass' };
  const lookup = file({ USER: undefined, PASSWORD: undefined }, asRoot);
  const asked = askedOf(lookup);
  expect(asked).toMatchObject({ WORDPRESS_DB_USER: 'root', WORDPRESS_DB_PASSWORD: 'rootpass' });
  expect(asked).not.toHaveProperty('MYSQL_USER');
});

it("asks for the book's user where the database is to make one that is called root", () => {
  expect(askedOf(file({ USER: 'root' }, { USER: 'root' }))).toMatchObject({
    MYSQL_USER: 'kun',
    WORDPRESS_DB_USER: 'kun',
  });
});

it("knows the variables of MariaDB's image by their other names", () => {
  const lookup = file({ USER: 'me' }, { USER: 'me' }, 'MARIADB_');
  expect(askedOf(lookup, stateWith('mariadb'))).toMatchObject({
    MARIADB_USER: 'me',
    WORDPRESS_DB_USER: 'me',
  });
  expect(askedOf(lookup)).toHaveProperty('MYSQL_USER');
});

it('tells which variable of the other service has to be the same', () => {
  const of = { service: 'blog000ex', variable: 'WORDPRESS_DB_NAME' };
  const other = { service: 'data000ex', variable: 'MYSQL_DATABASE', value: 'mine' };
  expect(partnerOf(state, of, file({ DATABASE: 'mine' }))).toEqual(other);
  expect(partnerOf(state, { ...of, variable: 'WORDPRESS_DB_HOST' }, file({}))).toBeUndefined();
});
