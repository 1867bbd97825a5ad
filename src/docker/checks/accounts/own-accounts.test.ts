import type { ContainerFacts } from '../../engine/facts';
import type { DockerExercise } from '../../model/exercise';
import { serviceOf } from '../../model/service';
import { twoServices } from './accounts.fixture';
import { ownAccountNotes, withOwnAccounts } from './own-accounts';
import type { Variables } from './variable';

const book = {
  platform: 'docker',
  id: 'two',
  setup: {},
  solution: { services: twoServices('mariadb') },
} as unknown as DockerExercise;

const database = {
  MYSQL_ROOT_PASSWORD: '1',
  MYSQL_DATABASE: 'd',
  MYSQL_USER: 'u',
  MYSQL_PASSWORD: 'p',
};
const application = {
  WORDPRESS_DB_HOST: 'data000ex',
  WORDPRESS_DB_NAME: 'd',
  WORDPRESS_DB_USER: 'u',
  WORDPRESS_DB_PASSWORD: 'p',
};

/** An engine whose containers have these variables. */
function engineWith(all: Readonly<Record<string, Variables | undefined>>) {
  const facts = Object.entries(all).map(([name, environment]) => {
    const { image } = serviceOf(book, name);
    return [name, { name, environment, image } as ContainerFacts] as const;
  });
  return { containers: async () => new Map(facts) };
}

it('asks for the values of the book where there is no container', async () => {
  const lab = await withOwnAccounts(book, engineWith({}));
  expect(lab.solution).toEqual(book.solution);
});

it('asks the application for the own values of the database', async () => {
  const lab = await withOwnAccounts(book, engineWith({ data000ex: database }));
  expect(serviceOf(lab, 'data000ex').environment).toEqual(database);
  expect(serviceOf(lab, 'blog000ex').environment).toEqual(application);
});

it("takes MariaDB's own name of a variable first", async () => {
  const engine = engineWith({ data000ex: { ...database, MARIADB_USER: 'm' } });
  const lab = await withOwnAccounts(book, engine);
  expect(serviceOf(lab, 'blog000ex').environment).toMatchObject({ WORDPRESS_DB_USER: 'm' });
});

it('notes the variables with other values than in the book, and not their values', async () => {
  const engine = engineWith({ data000ex: database, blog000ex: application });
  const lab = await withOwnAccounts(book, engine);
  const [note, ...others] = await ownAccountNotes(book, lab, engine);
  expect(note).toMatchObject({ code: 'own-accounts', kind: 'note' });
  expect(note?.values['variables']).toBe(
    'MYSQL_ROOT_PASSWORD, MYSQL_DATABASE, MYSQL_USER, MYSQL_PASSWORD, WORDPRESS_DB_NAME, WORDPRESS_DB_USER, WORDPRESS_DB_PASSWORD',
  );
  expect(others).toEqual([]);
});

it('notes nothing where the values are those of the book', async () => {
  const environmentOf = (name: string) => serviceOf(book, name).environment;
  const engine = engineWith({
    data000ex: environmentOf('data000ex'),
    blog000ex: environmentOf('blog000ex'),
  });
  expect(await ownAccountNotes(book, await withOwnAccounts(book, engine), engine)).toEqual([]);
});
