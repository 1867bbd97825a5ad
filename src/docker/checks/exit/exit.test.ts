import type { ContainerFacts, EngineSnapshot } from '../../engine/facts';
import { exitProblem } from './exit';

const service = { image: 'mysql', environment: { MYSQL_ROOT_PASSWORD: 'pass' } };
const volume = { type: 'volume', source: 'data', target: '/var/lib/mysql' };

type Given = Readonly<{
  exitCode?: number;
  isOutOfMemory?: boolean;
  memory?: number;
  actions?: string;
}>;

/** What is told of a container that ended with this log, on a machine with a gigabyte of memory. */
async function told(log: string, { memory = 0, actions = '', ...state }: Given = {}) {
  const container = {
    id: 'c1',
    name: 'db',
    image: 'mysql',
    command: ['mysqld'],
    state: { status: 'exited', exitCode: 1, isOutOfMemory: false, ...state },
    mounts: [volume],
    memory,
  } as unknown as ContainerFacts;
  const engine = {
    log: async () => log,
    history: async () => ({
      events: actions.split(' ').map((action) => ({ type: 'container', action, id: 'c1' })),
    }),
    memory: async () => 2 ** 30,
    imageCommand: async () => undefined,
  } as unknown as EngineSnapshot;
  const { code, values, describe } = await exitProblem(container, service, engine);
  return { code, values, remedy: describe().remedy };
}

const killed = '/entrypoint.sh: line 20:    16 Killed                     mysqld --initialize';

it.each([
  ['the engine says so', 'ready', { exitCode: 137, isOutOfMemory: true }],
  ['a program that it had started was killed', killed, { exitCode: 137 }],
  ['a small shell says so', 'AH00558: httpd\nKilled', { exitCode: 137 }],
])('a container is out of memory when %s', async (_title, log, state) => {
  expect(await told(log, state)).toMatchObject({
    code: 'out-of-memory',
    values: { limit: '', had: '1024', needed: '600' },
    remedy: { commands: ['docker stats --no-stream', 'docker rm -f db', expect.anything()] },
  });
});

it("a container's own limit is told, and the remedy is to do without", async () => {
  const given = { exitCode: 137, isOutOfMemory: true, memory: 180 * 2 ** 20 };
  expect(await told('', given)).toMatchObject({
    values: { limit: '180', had: '180' },
    remedy: { commands: ['docker rm -f db', expect.anything()] },
  });
});

const limited = { exitCode: 137, memory: 16 * 2 ** 20 };

it('a container with a limit is out of memory when it was killed, and not by Docker', async () => {
  const actions = 'create start kill die start die';
  expect(await told('ready', { ...limited, actions })).toMatchObject({
    code: 'out-of-memory',
    values: { limit: '16' },
  });
});

it.each([
  ['that Docker has killed', { ...limited, actions: 'create start kill die' }],
  ['of whose run the history is gone', { ...limited, actions: 'die' }],
  ['without a limit', { exitCode: 137, actions: 'create start die' }],
  ['with an end of its own', { ...limited, exitCode: 1, actions: 'create start die' }],
])('a container %s is not out of memory', async (_title, state) => {
  expect(await told('ready', state)).toMatchObject({ code: 'container-exited' });
});

it('data that are half made go with their volume', async () => {
  const line =
    '[ERROR] [MY-010457] [Server] --initialize specified but the data directory has files in it. Aborting.';
  expect(await told(`${line}\nAborting`)).toMatchObject({
    code: 'volume-half-made',
    values: { volume: 'data', log: line },
    remedy: { commands: ['docker rm -f db', 'docker volume rm data', expect.anything()] },
  });
});

it('the last line is the one with the cause, not the farewell', async () => {
  const log =
    '[ERROR] the disk is gone\n[ERROR] [MY-010119] [Server] Aborting\nmysqld: Shutdown complete';
  expect((await told(log)).values['log']).toBe('[ERROR] the disk is gone');
});
