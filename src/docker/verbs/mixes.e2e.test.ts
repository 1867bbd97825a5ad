// @circle all
import { useEngine, type Engine } from '../../../testbed/engine/engine';
import { until } from '../../../testbed/programs/until';
import { tell } from '../../../testbed/labs/answers';

const id = 'ch05-wordpress-mysql';
const network = 'docker network create wordpress000net1';
const database =
  'docker run --name mysql000ex11 -dit --net=wordpress000net1 -e MYSQL_ROOT_PASSWORD=myrootpass -e MYSQL_DATABASE=wordpress000db -e MYSQL_USER=wordpress000kun -e MYSQL_PASSWORD=wkunpass mysql';
const application =
  'docker run --name wordpress000ex12 -dit --net=wordpress000net1 -p 8085:80 -e WORDPRESS_DB_HOST=mysql000ex11 -e WORDPRESS_DB_NAME=wordpress000db -e WORDPRESS_DB_USER=wordpress000kun -e WORDPRESS_DB_PASSWORD=wkunpass wordpress';

let engine: Engine;
beforeAll(async () => {
  engine = await useEngine();
  for (const image of ['mysql', 'wordpress', 'mariadb', 'redmine', 'httpd']) {
    await engine.docker('pull', '-q', image);
  }
});
beforeEach(() => engine.reset());
afterAll(() => engine.reset());

/** Types lines as a reader does, and gives back the ids of what they made. */
async function type(...lines: string[]): Promise<string[]> {
  const made: string[] = [];
  for (const line of lines) {
    const { code, stdout, stderr } = await engine.sh(line);
    if (code !== 0) throw new Error(`${line}\n${stderr}`);
    made.push(stdout.trim());
  }
  return made;
}

/** The containers and networks of the engine besides its own networks, each with its id. */
async function standing(): Promise<string[]> {
  const { containers, networks, volumes } = await engine.inventory();
  const builtIn = /^(?:bridge|host|none) /;
  const kept = [...containers, ...networks.filter((line) => !builtIn.test(line))];
  return [...kept, ...volumes].map((line) => line.split(' ').slice(0, 2).join(' '));
}

describe('half of the exercise done by the reader', () => {
  it('the network and the database: solve uses both, and down removes them only after a yes', async () => {
    const [net, db] = await type(network, database);
    const solved = await tell(engine, `solve ${id}`);
    expect(solved.code).toBe(0);
    expect(solved.stderr).toContain('mysql000ex11');
    const labels = await engine.docker('network', 'inspect', '-f', '{{json .Labels}}', net ?? '');
    expect(labels).toBe('{}');
    const kept = await tell(engine, `down ${id}`);
    expect(kept.code).toBe(1);
    expect(kept.stdout).toContain('wordpress000net1');
    expect(await standing()).toEqual([
      `mysql000ex11 ${db ?? ''}`,
      `wordpress000net1 ${net ?? ''}`,
      ...(await engine.inventory()).volumes,
    ]);
    expect((await tell(engine, `down ${id} --yes`)).code).toBe(0);
    expect(await standing()).toEqual([]);
  });

  it('an application with an account of its own: solve adds the database that has it', async () => {
    await type(network, application.replaceAll(/wordpress000kun|wkunpass/g, 'minji'));
    const { code, stdout } = await tell(engine, `solve ${id}`);
    expect(code).toBe(0);
    expect(stdout).toContain('"own-accounts"');
    expect((await tell(engine, `down ${id} --yes`)).code).toBe(0);
  });

  it('names that are misspelt: down names what is left of them, and removes nothing of it', async () => {
    await type(
      'docker network create wordpress00net1',
      'docker volume create apa00vol1',
      'docker run -d --name apa000ex021 -p 8091:80 httpd',
    );
    const { code, stdout } = await tell(
      engine,
      'down ch06-volume-mount ch05-wordpress-mysql --yes',
    );
    expect(code).toBe(0);
    const told = (JSON.parse(stdout) as { notes: { values: Record<string, string> }[] }).notes;
    expect(told.map(({ values }) => values)).toEqual([
      { kind: 'container', names: 'apa000ex021' },
      { kind: 'volume', names: 'apa00vol1' },
      { kind: 'network', names: 'wordpress00net1' },
    ]);
    expect(await standing()).toHaveLength(3);
  });

  it('what was made by hand and is kept: down names it together, and calls nothing of it unused', async () => {
    const own = application.replace('net=wordpress000net1', 'net=wordpress00net1');
    await type('docker network create wordpress00net1', own, 'docker volume create apa000vol1');
    const labs = ['ch06-volume-mount', id];
    const kept = await engine.dkkb('down', ...labs, '--lang', 'en');
    expect(kept).toMatchObject({ code: 1 });
    expect(kept.stdout.split('\n').map((line) => line.trim())).toEqual([
      '✗ kept, since you made it yourself: container wordpress000ex12; volume (with its data) apa000vol1',
      '→ To remove it, too:',
      `dkkb down ${labs.join(' ')} --yes`,
      '',
    ]);
    const { code, stdout } = await tell(engine, `down ${labs.join(' ')} --yes`);
    expect(code).toBe(0);
    expect(stdout).toContain('docker network rm wordpress00net1');
  });

  it('the application: solve adds the database under it', async () => {
    const [, app] = await type(network, application);
    expect((await tell(engine, `solve ${id}`)).code).toBe(0);
    expect(await standing()).toContain(`wordpress000ex12 ${app ?? ''}`);
    expect((await tell(engine, `down ${id} --yes`)).code).toBe(0);
    expect(await standing()).toEqual([]);
  });

  it("the database by the book's command: solve says why it died, and touches nothing", async () => {
    const [net, db] = await type(
      network,
      `${database} --default-authentication-plugin=mysql_native_password`,
      'docker wait mysql000ex11',
    );
    const { code, stdout } = await tell(engine, `solve ${id}`);
    expect(code).toBe(1);
    expect(stdout).toContain('mysql-argument-refused');
    const left = await standing();
    expect(left).toContain(`mysql000ex11 ${db ?? ''}`);
    expect(left).toContain(`wordpress000net1 ${net ?? ''}`);
  });
});

it("gives up in time on a database that never becomes ready, with its log's own words", async () => {
  await type(network, `${database} --skip-networking`);
  await until(
    async () => (await engine.sh('docker logs mysql000ex11 2>&1')).stdout,
    (log) => log.includes('ready for connections'),
  );
  const { code, stdout } = await engine.dkkb('solve', id, '--timeout', '1', '-o', 'json');
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({
    problems: expect.arrayContaining([
      expect.objectContaining({
        code: 'database-starting',
        values: {
          name: 'mysql000ex11',
          said: expect.stringContaining("Can't connect"),
          log: expect.stringContaining('ready for connections'),
        },
      }),
    ]),
  });
});

it('holds Redmine back from a database that never becomes ready', async () => {
  await type(
    'docker network create redmine000net3',
    'docker run --name mariadb000ex15 -dit --net=redmine000net3 -e MYSQL_ROOT_PASSWORD=mariarootpass -e MYSQL_DATABASE=redmine000db -e MYSQL_USER=redmine000kun -e MYSQL_PASSWORD=rkunpass mariadb sleep infinity',
  );
  const { code, stdout, stderr } = await tell(
    engine,
    'solve ch05-redmine-mariadb --timeout 1 --lang en',
  );
  expect(code).toBe(1);
  expect(stderr).toContain('Waiting until mariadb000ex15 is ready');
  expect(stdout).toContain('database-starting');
  expect(await engine.docker('ps', '-a', '--format', '{{.Names}}')).toBe('mariadb000ex15');
});

it.each(['-1', '1.5', 'soon', ''])('refuses --timeout "%s"', async (value) => {
  const { code, stderr } = await engine.dkkb('solve', id, `--timeout=${value}`);
  expect(code).toBe(2);
  expect(stderr).toContain('--timeout');
  expect(await standing()).toEqual([]);
});

it('solves all four exercises at once, and takes all of them down', async () => {
  const ids = ['wordpress-mysql', 'redmine-mysql', 'redmine-mariadb', 'wordpress-mariadb'];
  const solved = await Promise.all(
    ids.map((name) => engine.dkkb('solve', `ch05-${name}`, '--timeout', '400')),
  );
  expect(solved.map(({ code }) => code)).toEqual([0, 0, 0, 0]);
  expect((await tell(engine, 'check --chapter 5')).code).toBe(0);
  const down = await engine.dkkb('down', '--all', '--lang', 'en');
  expect(down).toEqual({ ...down, code: 0, stdout: expect.stringContaining('nothing is left') });
  expect(await standing()).toEqual([]);
});

describe('a database that takes longer than the --timeout of solve', () => {
  it('solve of a chapter 7 lab ends in time, and the next solve continues it', async () => {
    const short = await tell(engine, 'solve ch07-redmine-mysql --timeout 1');
    expect({ code: short.code, told: short.problem?.code }).toEqual({
      code: 1,
      told: expect.stringMatching(/^(?:container-missing|database-starting)$/),
    });
    expect((await tell(engine, 'solve ch07-redmine-mysql')).code).toBe(0);
    expect((await tell(engine, 'down ch07-redmine-mysql')).code).toBe(0);
    expect(await standing()).toEqual([]);
  });
});
