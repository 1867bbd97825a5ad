import { Failure } from '../../../core/failure';
import { typeIn } from '../../../core/shell/reader';
import { lineFor } from '../../../core/shell/render';
import type { EngineSnapshot } from '../../../docker/engine/facts';
import { vmPortTaken } from '../../../vm/problems/ports';
import { upAgain } from './again';
import { namingContainers } from './taken';

beforeAll(() => typeIn('bash'));

const container = (name: string, host: number, labels = {}) => ({
  ...{ name, labels, ports: [{ address: '0.0.0.0', host, container: 80, protocol: 'tcp' }] },
});
const engine = (...containers: object[]) =>
  ({
    containers: () => Promise.resolve(new Map(containers.map((one) => [one, one]))),
  }) as unknown as EngineSnapshot;
const none = () => Promise.reject(new Error('no engine'));

const told = async (
  values: Parameters<typeof vmPortTaken>[0],
  asked: () => Promise<EngineSnapshot | undefined>,
  flags = {},
) => {
  const error = await namingContainers(
    new Failure(vmPortTaken(values)),
    { wait: true, ...flags },
    asked,
  );
  const { message, remedy } = (error as Failure).problem.describe();
  return { message: message.en, remedy: remedy.en, commands: remedy.commands };
};

it('the containers that have the ports are named, each with the command that removes it', async () => {
  const labs = engine(
    container('apa000ex2', 8_080, { 'dkkb.lab': 'ch04-port' }),
    container('mine', 8_081, { 'dkkb.lab': 'no-such-lab' }),
    container('other', 9_999),
  );
  const values = { port: '8080, 8081', by: 'docker-proxy (pid 5923), docker-proxy (pid 5930)' };
  const { message, commands } = await told(values, () => Promise.resolve(labs));
  expect(message).toBe(
    'Ports 8080, 8081, which the practice VM needs, are already in use by containers (`apa000ex2, mine`). The VM was not started.',
  );
  expect(commands).toEqual([
    'dkkb down ch04-port',
    'docker rm -f mine',
    expect.stringMatching(/^dkkb vm up --skip-port '?8080,8081'?$/),
  ]);
});

it('where the engine does not answer, what carries its ports is not to be ended', async () => {
  const { message, remedy, commands } = await told(
    { port: '8080', by: 'docker-proxy (pid 5923)' },
    none,
  );
  expect(message).toContain('Port 8080, which the practice VM needs, is already in use');
  expect(remedy).toContain('do not end that program');
  expect(remedy).not.toContain('End that program');
  expect(commands).toContain('docker ps');
});

it('a program is to be ended, also beside a container', async () => {
  const alone = await told({ port: '8080', by: 'node (pid 7)' }, none);
  expect(alone.remedy).toMatch(/^End that program/);
  const both = engine(container('mine', 8_080));
  const values = { port: '8080, 8081', by: 'docker-proxy (pid 5), node (pid 7)' };
  const { message, remedy } = await told(values, () => Promise.resolve(both));
  expect(message).toContain('by containers (`mine`), `node (pid 7)`.');
  expect(remedy).toMatch(/remove them.*End that program/);
});

it('the practice VM of another data folder is stopped there', async () => {
  const { message, remedy, commands } = await told({ port: '8080', folder: '/data/two' }, none);
  expect(message).toContain('the practice VM of another data folder (`/data/two`)');
  expect(remedy).not.toContain('End that program');
  expect(commands?.slice(0, 2)).toEqual(['export DKKB_DATA=/data/two', 'dkkb vm stop']);
});

it('all other errors stay as they are', async () => {
  const error = new Error('another');
  expect(await namingContainers(error, { wait: true }, none)).toBe(error);
});

const line = (...args: Parameters<typeof upAgain>) => lineFor('bash', upAgain(...args));

it('the command is repeated with all that was typed', () => {
  const flags = {
    ...{ image: '/my images/a.img', sha256: 'ab', memory: '1024', disk: '8', cpus: '2' },
    ...{ sshPort: '2300', skipPort: ['5000, 8080'], window: true, wait: false },
    ...{ timeout: '5', output: 'json' },
    by: 'qemu',
  } as const;
  expect(line(flags, [8_081, 8_080], [5_000, 8_080, 8_081], 1)).toBe(
    "dkkb vm up --image '/my images/a.img' --sha256 ab --memory 1024 --disk 8 --cpus 2 --ssh-port 2300 --by qemu --timeout 5 --output json --window --no-wait --skip-port 5000,8080,8081",
  );
});

it('for the port of SSH another one is named', () => {
  expect(line({ wait: true }, [2_223], [8_080], 40_001)).toBe('dkkb vm up --ssh-port 40001');
});
