import { givenBut, services } from './accounts.fixture';
import { agreedVariables } from './agreement';
import { linksOf, partnerOf } from './links';
import type { Lookup, Variables } from './variable';

const agreed = (lookup: Lookup): Variables =>
  Object.assign({}, ...agreedVariables(services, lookup).values()) as Variables;

const none = () => undefined;
const noUser = { USER: undefined, PASSWORD: undefined };

it('asks for the values of the book where nothing is given', () => {
  expect(agreed(none)).toEqual({
    MYSQL_ROOT_PASSWORD: 'rootpass',
    MYSQL_DATABASE: 'blog000db',
    MYSQL_USER: 'kun',
    MYSQL_PASSWORD: 'pass',
    WORDPRESS_DB_HOST: 'data000ex',
    WORDPRESS_DB_NAME: 'blog000db',
    WORDPRESS_DB_USER: 'kun',
    WORDPRESS_DB_PASSWORD: 'pass',
  });
});

it('asks for the own values where both have them', () => {
  const own = { USER: 'me', PASSWORD: '1234' };
  const database = { ...own, ROOT_PASSWORD: 'secret', DATABASE: 'mine' };
  expect(agreed(givenBut(database, { ...own, NAME: 'mine' }))).toEqual({
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
  ["the book's where the application has it", givenBut({ PASSWORD: '1' }), 'pass'],
  ["the book's where the database has it", givenBut({}, { PASSWORD: '2' }), 'pass'],
  ["the database's of two own ones", givenBut({ PASSWORD: '1' }, { PASSWORD: '2' }), '1'],
  ['the only one', givenBut({ PASSWORD: undefined }, { PASSWORD: '2' }), '2'],
  ["the book's where there is none", givenBut({ PASSWORD: '' }, { PASSWORD: undefined }), 'pass'],
])('of passwords that do not agree, asks for %s', (_title, lookup, value) => {
  expect(agreed(lookup)).toMatchObject({ MYSQL_PASSWORD: value, WORDPRESS_DB_PASSWORD: value });
});

describe('an application that logs in as root', () => {
  const root = (password: string | undefined) => ({ USER: 'root', PASSWORD: password });
  const asRoot = (password: string) => ({
    WORDPRESS_DB_USER: 'root',
    WORDPRESS_DB_PASSWORD: password,
  });

  it('needs no other account', () => {
    const found = agreed(givenBut({ ...noUser, ROOT_PASSWORD: '1' }, root('1')));
    expect(found).toMatchObject({ MYSQL_ROOT_PASSWORD: '1', ...asRoot('1') });
    expect(found).not.toHaveProperty('MYSQL_USER');
    expect(found).not.toHaveProperty('MYSQL_PASSWORD');
  });

  it.each([
    { USER: 'me', PASSWORD: undefined },
    { USER: '', PASSWORD: '1' },
  ])('needs no half of another account: %j', (half) => {
    expect(agreed(givenBut(half, root('rootpass')))).not.toHaveProperty('MYSQL_USER');
  });

  it('may have another account beside it', () => {
    const beside = { USER: 'me', PASSWORD: '1' };
    expect(agreed(givenBut(beside, root('rootpass')))).toMatchObject({
      MYSQL_USER: 'me',
      MYSQL_PASSWORD: '1',
      ...asRoot('rootpass'),
    });
  });

  it.each<[string, Lookup, string]>([
    ["the database's of two own ones", givenBut({ ROOT_PASSWORD: '1' }, root('2')), '1'],
    ["the book's where the database has it", givenBut({}, root('2')), 'rootpass'],
    ["the book's where it has it", givenBut({ ROOT_PASSWORD: '1' }, root('rootpass')), 'rootpass'],
    ['the only one', givenBut({ ROOT_PASSWORD: undefined }, root('2')), '2'],
    ["the database's where it has none", givenBut({ ROOT_PASSWORD: '1' }, root(undefined)), '1'],
  ])('of passwords of root that do not agree, needs %s', (_title, lookup, value) => {
    expect(agreed(lookup)).toMatchObject({ MYSQL_ROOT_PASSWORD: value, ...asRoot(value) });
  });

  it("needs the other account's name where it has that account's password", () => {
    expect(agreed(givenBut({ USER: 'me' }, root('pass')))).toMatchObject({
      MYSQL_USER: 'me',
      WORDPRESS_DB_USER: 'me',
      WORDPRESS_DB_PASSWORD: 'pass',
    });
  });

  it('stays root where both accounts have one password', () => {
    expect(agreed(givenBut({ ROOT_PASSWORD: 'pass' }, root('pass')))).toMatchObject(asRoot('pass'));
  });
});

it.each<[string, Lookup, string]>([
  ["the application's name", givenBut({ USER: 'root' }, { USER: 'me' }), 'me'],
  ["the book's name", givenBut({ USER: 'root' }, { USER: 'root' }), 'kun'],
  ["the book's name", givenBut({ USER: 'root' }, { USER: undefined }), 'kun'],
])('asks a database that makes root once more for %s', (_title, lookup, value) => {
  expect(agreed(lookup)).toMatchObject({ MYSQL_USER: value, WORDPRESS_DB_USER: value });
});

describe('the other side', () => {
  const links = linksOf(services);
  const name = { service: 'blog000ex', variable: 'WORDPRESS_DB_NAME', wanted: 'mine' };
  const password = { service: 'blog000ex', variable: 'WORDPRESS_DB_PASSWORD', wanted: '1' };

  it.each([
    ['of a name of a database', name, { DATABASE: 'mine' }, 'MYSQL_DATABASE'],
    ['of a password', password, { PASSWORD: '1' }, 'MYSQL_PASSWORD'],
    ['of the password of root', password, { ROOT_PASSWORD: '1' }, 'MYSQL_ROOT_PASSWORD'],
  ])('%s is the variable that has the wanted value', (_title, of, database, variable) => {
    const found = partnerOf(links, of, givenBut(database));
    expect(found).toEqual({ service: 'data000ex', variable });
  });

  it('of a variable of the database is in the application', () => {
    const of = { service: 'data000ex', variable: 'MYSQL_USER', wanted: 'me' };
    const found = partnerOf(links, of, givenBut({}, { USER: 'me' }));
    expect(found).toEqual({ service: 'blog000ex', variable: 'WORDPRESS_DB_USER' });
  });

  it('is none where neither has the wanted value', () => {
    expect(partnerOf(links, name, givenBut({}))).toBeUndefined();
  });
});
