import { givenBut, twoServices } from '../accounts/accounts.fixture';
import { differences } from './differences';

/** How a file with the book's services, but for some values, differs from the book's. */
function told(...[database, application]: Parameters<typeof givenBut>) {
  const lookup = givenBut(database, application);
  const services = Object.entries(twoServices()).map(([service, found]) => {
    const { environment = {}, depends_on = {}, image } = found;
    const given = Object.keys(environment).flatMap((variable) => {
      const value = lookup({ service, variable });
      return value === undefined ? [] : [[variable, value]];
    });
    return [service, { image, depends_on, environment: Object.fromEntries(given) }];
  });
  const config = { services: Object.fromEntries(services) };
  return differences('compose.yml', config, { services: twoServices() });
}

it("tells nothing of the book's accounts", () => {
  expect(told({})).toEqual([]);
});

it('notes that the application is root, and asks for no other account', () => {
  const asRoot = { USER: 'root', PASSWORD: 'rootpass' };
  expect(told({ USER: undefined, PASSWORD: undefined }, asRoot)).toMatchObject([
    {
      code: 'compose-own-accounts',
      kind: 'note',
      values: { variables: 'WORDPRESS_DB_USER, WORDPRESS_DB_PASSWORD' },
    },
  ]);
});

it('names both sides of the password of root where they differ', () => {
  const [problem, ...others] = told(
    { USER: undefined, PASSWORD: undefined, ROOT_PASSWORD: 'mine' },
    { USER: 'root', PASSWORD: 'mime' },
  );
  expect(problem).toMatchObject({
    code: 'compose-accounts-differ',
    values: {
      service: 'blog000ex',
      variable: 'WORDPRESS_DB_PASSWORD',
      found: 'mime',
      other: 'data000ex',
      otherVariable: 'MYSQL_ROOT_PASSWORD',
      wanted: 'mine',
    },
  });
  expect(others.every(({ kind }) => kind === 'note')).toBe(true);
});
