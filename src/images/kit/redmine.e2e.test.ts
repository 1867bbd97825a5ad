// @circle all
import { useEngine, type Engine } from '../../../testbed/engine/engine';
import { awaitHttp, awaitLogin } from '../../../testbed/engine/wait';

// Redmine's migrations take a busy machine more than a minute.
jest.setTimeout(900_000);

let engine: Engine;

beforeAll(async () => {
  engine = await useEngine();
});
beforeEach(() => engine.reset());
afterAll(() => engine.reset());

const port = 20086;
const settings = {
  MYSQL_ROOT_PASSWORD: 'pw',
  MYSQL_DATABASE: 'redmine000db',
  MYSQL_USER: 'redmine000kun',
  MYSQL_PASSWORD: 'rkunpass',
};
const compared = ['roles', 'schema_migrations', 'settings', 'users', 'email_addresses'];

const options = (values: Record<string, string>): string[] =>
  Object.entries(values).flatMap(([name, value]) => ['-e', `${name}=${value}`]);

function startRedmine(database: string, prepared: 'yes' | 'no'): Promise<string> {
  const env = options({
    DKKB_PREPARED_DATA: prepared,
    REDMINE_DB_MYSQL: database,
    REDMINE_DB_DATABASE: settings.MYSQL_DATABASE,
    REDMINE_DB_USERNAME: settings.MYSQL_USER,
    REDMINE_DB_PASSWORD: settings.MYSQL_PASSWORD,
  });
  const way = ['--network', 'desk', '-p', `${String(port)}:3000`];
  return engine.docker('run', '-d', '--name', 'page', ...way, ...env, 'redmine');
}

/** Starts a Redmine with a new database, with or without the prepared tables; returns the content of the database. */
async function tablesAfter(image: string, prepared: 'yes' | 'no'): Promise<string> {
  const name = `db-${prepared}`;
  const utf8 = ['--character-set-server=utf8mb4', '--collation-server=utf8mb4_unicode_ci'];
  await engine.docker(
    ...['run', '-d', '--name', name, '--network', 'desk', ...options(settings), image, ...utf8],
  );
  const login = ['-uroot', '-ppw'];
  await awaitLogin(engine, name, image, login);
  await startRedmine(name, prepared);
  await awaitHttp(engine, `http://localhost:${String(port)}/`, ({ status }) => status === 200);
  await engine.docker('rm', '-fv', 'page');
  const query = (sql: string) =>
    engine.docker('exec', name, image, ...login, '-BN', settings.MYSQL_DATABASE, '-e', sql);
  const tables = (await query('SHOW TABLES')).split('\n');
  const questions = [
    ...tables.map((table) => `SHOW CREATE TABLE ${table};`),
    ...tables.map((table) => `SELECT '${table}', COUNT(*) FROM ${table};`),
    ...compared.map((table) => `SELECT * FROM ${table} ORDER BY 1;`),
  ];
  return withoutMoment(await query(questions.join(' ')));
}

/** The rows without their times and their salt, and without a character set that is the default. */
function withoutMoment(rows: string): string {
  return rows
    .replaceAll(' CHARACTER SET utf8mb4', '')
    .replace(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?/g, 'then')
    .replace(/\b[0-9a-f]{32,40}\b/g, 'salted');
}

it.each(['mysql', 'mariadb'])(
  'the prepared tables of Redmine on %s are the same as those of its migrations',
  async (image) => {
    await engine.pull(image, 'redmine');
    await engine.docker('network', 'create', 'desk');
    const prepared = await tablesAfter(image, 'yes');
    const migrated = await tablesAfter(image, 'no');
    expect(migrated).toContain('CREATE TABLE `issues`');
    expect(prepared).toBe(migrated);
  },
);

it('uses the migrations when the database is not empty', async () => {
  await engine.pull('mariadb', 'redmine');
  await engine.docker('network', 'create', 'desk');
  const { MYSQL_DATABASE: database } = settings;
  await engine.docker(
    ...['run', '-d', '--name', 'db', '--network', 'desk', ...options(settings), 'mariadb'],
  );
  const login = ['-uroot', '-ppw'];
  await awaitLogin(engine, 'db', 'mariadb', login);
  const query = (sql: string) =>
    engine.docker('exec', 'db', 'mariadb', ...login, '-BN', database, '-e', sql);
  await query('CREATE TABLE mine (id INT); INSERT INTO mine VALUES (7)');
  await startRedmine('db', 'yes');
  await awaitHttp(engine, `http://localhost:${String(port)}/`, ({ status }) => status === 200);
  expect(await query('SELECT id FROM mine')).toBe('7');
  const log = await engine.docker('logs', 'page');
  expect(log).toContain('migrat');
});
