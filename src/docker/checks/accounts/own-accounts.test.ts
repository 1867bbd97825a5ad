import type { ContainerFacts } from '../../engine/facts';
import type { DockerExercise } from '../../model/exercise';
import { serviceOf } from '../../model/service';
import { ownAccountNotes, withOwnAccounts } from './own-accounts';

const book = {
  platform: 'docker',
  id: 'two',
  setup: {},
  solution: {
    services: {
      db: {
        image: 'mariadb',
        environment: {
          MYSQL_ROOT_PASSWORD: 'rootpass',
          MYSQL_DATABASE: 'data',
          MYSQL_USER: 'user',
          MYSQL_PASSWORD: 'pass',
        },
      },
      app: {
        image: 'app',
        environment: { DB_HOST: 'db', DB_NAME: 'data', DB_USER: 'user', DB_PASSWORD: 'pass' },
        depends_on: { db: { condition: 'service_started' } },
      },
    },
  },
} as unknown as DockerExercise;

type Variables = Readonly<Record<string, string>>;

/** An engine with a database and an application that have these variables; without, there is no such container. */
function engineWith(db?: Variables, app?: Variables) {
  const all = Object.entries({ db, app }).flatMap(([name, environment]) =>
    environment ? [[name, { name, environment, image: 'mariadb' } as ContainerFacts] as const] : [],
  );
  return { containers: async () => new Map(all) };
}

async function wanted(db?: Variables, app?: Variables) {
  const lab = await withOwnAccounts(book, engineWith(db, app));
  return { ...serviceOf(lab, 'db').environment, ...serviceOf(lab, 'app').environment };
}

const given = {
  MYSQL_ROOT_PASSWORD: '1',
  MYSQL_DATABASE: 'd',
  MYSQL_USER: 'u',
  MYSQL_PASSWORD: 'p',
};
const asked = { DB_HOST: 'db', DB_NAME: 'd', DB_USER: 'u', DB_PASSWORD: 'p' };

it('asks for the values of the book where there is no container', async () => {
  expect(await wanted()).toMatchObject({ MYSQL_USER: 'user', DB_USER: 'user', DB_HOST: 'db' });
});

it('asks the application for the own values of the database', async () => {
  expect(await wanted(given)).toEqual({ ...given, ...asked });
  expect(await wanted(given, { DB_NAME: 'x', DB_USER: 'y' })).toEqual({ ...given, ...asked });
});

it('asks the database for the values of the book, which the application has', async () => {
  const app = { DB_NAME: 'data', DB_USER: 'user', DB_PASSWORD: 'pass' };
  expect(await wanted(given, app)).toMatchObject({ MYSQL_PASSWORD: 'pass', DB_PASSWORD: 'pass' });
});

it("takes MariaDB's own name of a variable first", async () => {
  expect(await wanted({ ...given, MARIADB_USER: 'm' })).toMatchObject({ DB_USER: 'm' });
});

it('lets the application be root, and then asks the database for no user', async () => {
  const { MYSQL_USER: _, MYSQL_PASSWORD: __, ...without } = given;
  const found = await wanted(without, { ...asked, DB_USER: 'root', DB_PASSWORD: '1' });
  expect(found).toEqual({ ...without, ...asked, DB_USER: 'root', DB_PASSWORD: '1' });
});

it('does not let the database make root as its user', async () => {
  const db = { ...given, MYSQL_USER: 'root' };
  expect(await wanted(db, { ...asked, DB_USER: 'root' })).toMatchObject({ MYSQL_USER: 'user' });
  expect(await wanted(db)).toMatchObject({ MYSQL_USER: 'user', DB_USER: 'user' });
});

it('notes the variables with other values than in the book, and not their values', async () => {
  const engine = engineWith(given, asked);
  const lab = await withOwnAccounts(book, engine);
  const [note, ...others] = await ownAccountNotes(book, lab, engine);
  expect(note).toMatchObject({ code: 'own-accounts', kind: 'note' });
  expect(note?.values['variables']).toBe(
    'MYSQL_ROOT_PASSWORD, MYSQL_DATABASE, MYSQL_USER, MYSQL_PASSWORD, DB_NAME, DB_USER, DB_PASSWORD',
  );
  expect(others).toEqual([]);
});

it('notes nothing where the values are those of the book', async () => {
  const engine = engineWith(serviceOf(book, 'db').environment, serviceOf(book, 'app').environment);
  expect(await ownAccountNotes(book, await withOwnAccounts(book, engine), engine)).toEqual([]);
});
