import { useEngine, type Engine } from '../testbed/engine';

// Databases are prepared and filled anew; a busy machine takes its time.
jest.setTimeout(400_000);

let engine: Engine;
beforeAll(async () => {
  engine = await useEngine();
  for (const image of ['mysql', 'wordpress', 'redmine']) await engine.docker('pull', '-q', image);
});
beforeEach(() => engine.reset());
afterAll(() => engine.reset());

interface Verdict {
  readonly status: string;
  readonly problems: readonly { readonly code: string; readonly commands: readonly string[] }[];
}

async function check(id: string): Promise<Verdict> {
  const { stdout } = await engine.dkkb('check', id, '-o', 'json');
  return (JSON.parse(stdout) as { labs: [Verdict] }).labs[0];
}

/** Types what the check says, again and again until it passes; gives back the codes of each round. */
async function doAsTold(id: string, rounds: number): Promise<string[][]> {
  const told: string[][] = [];
  for (;;) {
    const { status, problems } = await check(id);
    told.push(problems.map(({ code }) => code));
    if (status === 'passed' || told.length > rounds) return told;
    const commands = problems.flatMap((problem) => problem.commands);
    const { code, stderr } = await engine.sh(['set -e', ...commands].join('\n'));
    if (code !== 0) throw new Error(`${commands.join('\n')}\n${stderr}`);
  }
}

const bookArguments =
  '--character-set-server=utf8mb4 --collation-server=utf8mb4_unicode_ci --default-authentication-plugin=mysql_native_password';

it("leads from the book's commands for MySQL to a WordPress that works", async () => {
  await engine.sh(
    `docker network create wordpress000net1
    docker run --name mysql000ex11 -dit --net=wordpress000net1 -e MYSQL_ROOT_PASSWORD=myrootpass -e MYSQL_DATABASE=wordpress000db -e MYSQL_USER=wordpress000kun -e MYSQL_PASSWORD=wkunpass mysql ${bookArguments}
    docker run --name wordpress000ex12 -dit --net=wordpress000net1 -p 8085:80 -e WORDPRESS_DB_HOST=mysql000ex11 -e WORDPRESS_DB_NAME=wordpress000db -e WORDPRESS_DB_USER=wordpress000kun -e WORDPRESS_DB_PASSWORD=wkunpass wordpress
    docker wait mysql000ex11`,
  );
  expect(await doAsTold('ch05-wordpress-mysql', 1)).toEqual([
    ['mysql-argument-refused', 'database-not-running'],
    [],
  ]);
  expect((await engine.inventory()).volumes).toHaveLength(2);
});

it('leads from a Redmine that was started too early to one that works', async () => {
  await engine.sh(
    `docker network create redmine000net2
    docker run --name mysql000ex13 -dit --net=redmine000net2 -e MYSQL_ROOT_PASSWORD=myrootpass -e MYSQL_DATABASE=redmine000db -e MYSQL_USER=redmine000kun -e MYSQL_PASSWORD=rkunpass mysql
    docker pause mysql000ex13
    docker run --name redmine000ex14 -dit --net=redmine000net2 -p 8086:3000 -e REDMINE_DB_MYSQL=mysql000ex13 -e REDMINE_DB_DATABASE=redmine000db -e REDMINE_DB_USERNAME=redmine000kun -e REDMINE_DB_PASSWORD=rkunpass redmine
    docker wait redmine000ex14
    docker unpause mysql000ex13
    until docker exec mysql000ex13 mysqladmin ping --host=127.0.0.1 --silent; do sleep 0.2; done`,
  );
  expect(await doAsTold('ch05-redmine-mysql', 1)).toEqual([['database-was-not-ready'], []]);
});
