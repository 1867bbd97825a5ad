import type { EngineSnapshot } from '../engine/facts';
import type { DockerContext } from './check';
import { runs } from './dependency';

const lab = {
  platform: 'docker',
  id: 'two',
  setup: {},
  solution: {
    services: {
      db: { image: 'mysql', environment: { MYSQL_USER: 'user', MYSQL_PASSWORD: 'pass' } },
      app: { image: 'redmine', depends_on: { db: { condition: 'service_started' } } },
    },
  },
} as unknown as DockerContext['lab'];

/** What the check says of an application that ended with this log, beside a database that runs. */
async function told(log: string) {
  const containers = new Map([
    ['db', { name: 'db', state: { status: 'running' } }],
    ['app', { name: 'app', state: { status: 'exited', exitCode: 1 }, mounts: [] }],
  ]);
  const engine = { containers: async () => containers, log: async () => log };
  return runs('app').run({ lab, engine: engine as unknown as EngineSnapshot } as DockerContext);
}

it.each([
  'Authentication requires secure connection: RSA Encryption not supported - caching_sha2_password plugin was built with GnuTLS support',
  "Authentication plugin 'caching_sha2_password' cannot be loaded: /usr/lib/plugin/caching_sha2_password.so",
])('an application that does not know how to log in is told to: %s', async (line) => {
  const [problem, ...others] = await told(`starting\n${line}\nbye`);
  expect(others).toEqual([]);
  expect(problem).toMatchObject({
    code: 'login-way-unknown',
    values: { name: 'app', database: 'db' },
  });
  expect(problem?.values['log']).toBe(line);
  expect(problem?.describe().remedy.commands).toEqual([
    'docker exec db mysqladmin ping --host=127.0.0.1 --user=user --password=pass --wait=36',
    'docker restart app',
  ]);
});
