// @circle all
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { useEngine, type Engine } from '../../../testbed/engine/engine';
import { awaitExit, awaitLogin } from '../../../testbed/engine/wait';

let engine: Engine;

beforeAll(async () => {
  engine = await useEngine();
  await engine.load('mysql', 'mariadb');
});

afterEach(async () => {
  await engine.sh('docker ps -aq | xargs -r docker rm -fv && docker volume prune -f');
});

const plugin = '--default-authentication-plugin=mysql_native_password';
const utf8 = ['--character-set-server=utf8mb4', '--collation-server=utf8mb4_unicode_ci'];
const products = [
  { image: 'mysql', prefix: 'MYSQL', empty: 'MYSQL_ALLOW_EMPTY_PASSWORD' },
  { image: 'mariadb', prefix: 'MARIADB', empty: 'MARIADB_ALLOW_EMPTY_ROOT_PASSWORD' },
];

/** Starts the database under test, with settings for its environment. */
function start(image: string, settings: Record<string, string>, ...args: string[]) {
  const env = Object.entries(settings).flatMap(([name, value]) => ['-e', `${name}=${value}`]);
  const volume = ['-v', 'kept:/var/lib/mysql'];
  return engine.docker('run', '-dit', '--name', 'db', ...env, ...volume, image, ...args);
}

async function log(): Promise<string> {
  return (await engine.sh('docker logs db 2>&1')).stdout.replaceAll('\r', '');
}

async function query(client: string, login: readonly string[], sql: string): Promise<string> {
  return engine.docker('exec', 'db', client, '-h127.0.0.1', ...login, '-BN', '-e', sql);
}

async function refused(client: string, ...login: string[]): Promise<void> {
  await expect(query(client, login, 'SELECT 1')).rejects.toThrow('Access denied');
}

describe.each(products)('$image', ({ image, prefix, empty }) => {
  const root = ['-uroot', '-pit\'s \\ "mine"'];
  const password = 'it\'s \\ "mine"';

  it('makes the accounts and the database that the environment names', async () => {
    const settings = {
      MYSQL_ROOT_PASSWORD: password,
      [`${prefix}_DATABASE`]: 'wordpress000db',
      [`${prefix}_USER`]: 'wordpress000kun',
      [`${prefix}_PASSWORD`]: 'wkunpass',
    };
    await start(image, settings, ...utf8);
    await awaitLogin(engine, 'db', image, root);
    const kun = ['-uwordpress000kun', '-pwkunpass', 'wordpress000db'];
    expect(await query(image, kun, 'SELECT @@collation_database')).toBe('utf8mb4_unicode_ci');
    await query(image, kun, 'CREATE TABLE kept (id INT)');
    await expect(query(image, kun, 'CREATE DATABASE wordpressX000db')).rejects.toThrow('denied');
    expect(await query(image, root, "SELECT Host FROM mysql.user WHERE User = 'root'")).toBe(
      '%\nlocalhost',
    );
    await refused(image, '-uroot');
    await refused(image, '-uroot', '-pwrong');
    await engine.docker('restart', '-t', '60', 'db');
    await awaitLogin(engine, 'db', image, kun);
    expect(await query(image, kun, 'SHOW TABLES')).toBe('kept');
  });

  it('ends with an error when no setting for the root password is given', async () => {
    await start(image, {});
    expect(await awaitExit(engine, 'db')).toBe(1);
    const said = await log();
    expect(said).toContain('Database is uninitialized and password option is not specified');
    expect(said).toContain(`${prefix}_ROOT_PASSWORD`);
    expect(said).toContain(empty);
  });

  it('accepts an empty root password, or makes a random one', async () => {
    await start(image, { [empty]: 'yes' });
    await awaitLogin(engine, 'db', image, ['-uroot']);
    await engine.sh('docker rm -f db && docker volume rm kept');
    await start(image, { [`${prefix}_RANDOM_ROOT_PASSWORD`]: 'yes' });
    let found: string | undefined;
    while (!found) found = /GENERATED ROOT PASSWORD: (\S+)/.exec(await log())?.[1];
    await awaitLogin(engine, 'db', image, ['-uroot', `-p${found}`]);
    await refused(image, '-uroot');
  });

  it('reads secrets from files, and runs the scripts in docker-entrypoint-initdb.d', async () => {
    const first = join(engine.home, 'first');
    mkdirSync(first, { recursive: true });
    writeFileSync(join(first, '1.sql'), 'CREATE TABLE prepared (id INT);');
    writeFileSync(join(first, '2.sh'), 'echo "in a script: $MYSQL_DATABASE"');
    writeFileSync(join(first, 'secret'), 'fromfile\n');
    const settings = { MYSQL_DATABASE: 'own', [`${prefix}_ROOT_PASSWORD_FILE`]: '/first/secret' };
    const env = Object.entries(settings).flatMap(([name, value]) => ['-e', `${name}=${value}`]);
    const mounts = ['-v', `${first}:/first`, '-v', `${first}:/docker-entrypoint-initdb.d`];
    await engine.docker('run', '-d', '--name', 'db', ...env, ...mounts, image);
    const login = ['-uroot', '-pfromfile', 'own'];
    await awaitLogin(engine, 'db', image, login);
    expect(await query(image, login, 'SHOW TABLES')).toBe('prepared');
    const said = await log();
    expect(said).toContain('in a script: own\n');
    expect(said).toContain('ignored: /docker-entrypoint-initdb.d/secret\n');
  });

  it('prepares its data again after it was killed while it prepared them', async () => {
    await start(image, { MYSQL_ROOT_PASSWORD: 'first' });
    while (!(await log()).includes('preparing the data directory'));
    await engine.docker('rm', '-f', 'db');
    await start(image, { MYSQL_ROOT_PASSWORD: 'second' });
    await awaitLogin(engine, 'db', image, ['-uroot', '-psecond']);
    expect(await log()).toContain('starting over');
  });

  it('runs another command unchanged', async () => {
    const ran = await engine.sh(`docker run --rm ${image} ${image} --version`);
    expect(ran).toMatchObject({ code: 0, stdout: expect.stringMatching(/^(mysql|mariadb) /) });
  });
});

it('mysql refuses the authentication argument of the book, and names it', async () => {
  await start('mysql', { MYSQL_ROOT_PASSWORD: 'pw' }, ...utf8, plugin);
  expect(await awaitExit(engine, 'db')).toBe(1);
  expect(await log()).toContain(
    "unknown variable 'default-authentication-plugin=mysql_native_password'",
  );
  const held = 'docker run --rm --entrypoint ls -v kept:/data mysql -A /data';
  expect((await engine.sh(held)).stdout).toBe('');
});

it('mariadb accepts the authentication argument of the book', async () => {
  await start('mariadb', { MYSQL_ROOT_PASSWORD: 'pw' }, ...utf8, plugin);
  await awaitLogin(engine, 'db', 'mariadb', ['-uroot', '-ppw']);
});

it('mariadb has no program `mysqld`, as the public image has none from 11 on', async () => {
  const ran = await engine.sh('docker run --rm mariadb mysqld --version');
  expect(ran.code).toBe(127);
  expect(ran.stderr).toContain('mysqld');
});
