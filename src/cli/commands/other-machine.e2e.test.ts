// @needs engine images ssh
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { useEngine, type Engine } from '../../../testbed/engine/engine';
import { loginKey, LyingMachine } from '../../../testbed/hostile/lying-machine';
import { tell } from '../../../testbed/labs/answers';

const folder = mkdtempSync(join(tmpdir(), 'dkkb-other-'));
let engine: Engine;
// It has no lies here: it is a machine of its own, with this engine.
let machine: LyingMachine;

beforeAll(async () => {
  const keys = `${await loginKey(folder)}.pub`;
  engine = await useEngine();
  const where = { place: engine, teacher: engine, student: engine };
  machine = await LyingMachine.start({ ...where, address: '127.0.0.1', port: 2209, keys });
});
afterAll(async () => {
  await machine.stop();
  rmSync(folder, { recursive: true });
});

const labs = ['ch04-port', 'ch06-volume-mount', 'ch06-registry', 'app-linux-docker'];
const check = (shared: string) =>
  tell(engine, ['check', ...labs, ...machine.on].join(' '), {
    env: { DKKB_SSH_SHARED: shared, HOME: folder },
  });

it('is graded by a login for each question as over one shared connection', async () => {
  const before = await check('0');
  expect(before).toMatchObject({ code: 1, problem: { code: 'container-missing' } });
  for (const lab of labs.slice(0, 2)) await engine.dkkb('solve', lab);
  const [shared, single] = [await check('1'), await check('0')];
  expect(JSON.parse(shared.stdout)).toMatchObject({
    labs: ['passed', 'passed', 'failed', 'passed'].map((status) => ({ status })),
  });
  expect(JSON.parse(single.stdout)).toEqual(JSON.parse(shared.stdout));
});

it('tells of a machine that is reached by SSH what the appendix asks', async () => {
  await engine.sh('printf "Hello, Nano!\\n" >hello.txt', { cwd: folder });
  const ids = ['app-nano', 'app-ssh', 'app-ec2', 'app-virtualbox'];
  const words = [...ids, ...machine.on, '--dir', folder].join(' ');
  const { code, stdout } = await tell(engine, ['check', words].join(' '), {
    env: { HOME: folder },
  });
  const labs = (JSON.parse(stdout) as { labs: { status: string; problems: { code: string }[] }[] })
    .labs;
  expect(labs.map(({ status }) => status)).toEqual(['failed', 'passed', 'failed', 'unknown']);
  expect(labs.flatMap(({ problems }) => problems.map((one) => one.code))).toEqual(
    expect.arrayContaining(['file-text-wrong', 'not-on-aws', 'only-this-computer']),
  );
  expect(code).toBe(1);
});
