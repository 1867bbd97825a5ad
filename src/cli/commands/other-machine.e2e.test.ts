// @needs engine images ssh
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { finish, useEngine, type Engine } from '../../../testbed/engine/engine';
import { ownMachine, SshServer } from '../../../testbed/engine/ssh-server';
import { practiceHost } from '../../core/practice-machine';
import { tell } from '../../../testbed/labs/answers';
import { Output } from '../../../testbed/programs/output';

// A folder of this machine, in which nothing of a lab may appear.
const folder = mkdtempSync(join(tmpdir(), 'dkkb-other-'));
const here = { cwd: folder, env: { HOME: folder, DOCKER_HOST: 'unix:///nowhere.sock' } };
let engine: Engine;
// A machine of its own with this engine and its home folder.
let machine: SshServer;

beforeAll(async () => {
  engine = await useEngine();
  machine = await SshServer.start(ownMachine(engine, mkdtempSync(join(folder, 'run-'))), 2209);
});
afterAll(async () => {
  await machine.stop();
  rmSync(folder, { recursive: true });
});

const words = (line: string) => [...line.split(' '), ...machine.on, '--lang', 'en'];
const run = (line: string) => finish(engine.spawnDkkb(words(line), here));
const ask = (line: string) => tell(engine, words(line).join(' '), here);

it('every verb works there, and the lines to copy lead there again', async () => {
  const before = await engine.inventory();
  const on = machine.on.join(' ');
  const up = await run('up ch04-port');
  expect(up).toMatchObject({ code: 0, stdout: expect.stringContaining(`ch04-port ${on}`) });
  const watch = engine.spawnDkkb(words('watch ch04-port'), here);
  const watched = finish(watch);
  await new Output(watch).next(/Work in another terminal/);
  const solved = await run('solve ch04-port');
  expect(solved).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(
      /http:\/\/127\.0\.0\.1:8080\/\nClean up: dkkb down ch04-port --on/,
    ),
  });
  expect((await watched).code).toBe(0);
  expect(await ask('check ch04-port')).toMatchObject({ code: 0 });
  expect(await run('down ch04-port')).toMatchObject({ code: 0 });
  expect({ ...(await engine.inventory()), images: [] }).toEqual({ ...before, images: [] });
});

it('files are written and removed there, and a file of the reader stays', async () => {
  mkdirSync(join(engine.home, '내 실습'));
  const at = (name: string) => join(engine.home, '내 실습', name);
  const inFolder = { ...here, env: { ...here.env, DKKB_SSH_SHARED: '0' } };
  const verb = (name: string) =>
    finish(engine.spawnDkkb([...words(`${name} ch06-dockerfile`), '--dir', '내 실습'], inFolder));
  expect(await verb('solve')).toMatchObject({ code: 0 });
  expect(readFileSync(at('apa_folder/Dockerfile'), 'utf8')).toContain('FROM httpd');
  await engine.sh("echo mine >'내 실습/apa_folder/index.html'");
  const down = await verb('down');
  expect({ code: down.code, told: down.stderr.includes(at('apa_folder/index.html')) }).toEqual({
    code: 0,
    told: true,
  });
  expect(existsSync(at('apa_folder/Dockerfile'))).toBe(false);
  expect(readFileSync(at('apa_folder/index.html'), 'utf8')).toBe('mine\n');
});

it('a watch ends at Ctrl-C, and says so where its connection breaks', async () => {
  const begin = async () => {
    const child = engine.spawnDkkb(words('watch ch04-nginx'), here);
    const ended = finish(child);
    await new Output(child).next(/Work in another terminal/);
    return { child, ended };
  };
  const stopped = await begin();
  stopped.child.kill('SIGINT');
  expect(await stopped.ended).toMatchObject({
    code: 130,
    stderr: expect.stringContaining(`To clean up: dkkb down ${machine.on.join(' ')}`),
  });
  const { ended } = await begin();
  await machine.breakConnections();
  const { code, stderr } = await ended;
  expect({ code, stderr }).toEqual({ code: 3, stderr: expect.stringContaining('ssh-unreachable') });
});

it('is graded by a login for each question as over one shared connection', async () => {
  const labs = ['ch04-port', 'ch06-volume-mount', 'ch06-registry', 'app-linux-docker'];
  const check = (shared: string) =>
    tell(engine, words(`check ${labs.join(' ')}`).join(' '), {
      ...here,
      env: { ...here.env, DKKB_SSH_SHARED: shared },
    });
  const before = await check('0');
  expect(before).toMatchObject({ code: 1, problem: { code: 'container-missing' } });
  for (const lab of labs.slice(0, 2)) await engine.dkkb('solve', lab);
  const [shared, single] = [await check('1'), await check('0')];
  expect(JSON.parse(shared.stdout)).toMatchObject({
    labs: ['passed', 'passed', 'failed', 'passed'].map((status) => ({ status })),
  });
  expect(JSON.parse(single.stdout)).toEqual(JSON.parse(shared.stdout));
  expect(await engine.dkkb('down', ...labs.slice(0, 2), '--yes')).toMatchObject({ code: 0 });
});

it('a practice host that has the ports is named, stays, and is gone with what was in it', async () => {
  const destroy = 'npx cdktf destroy practice-host';
  await engine.docker('run', '-d', '--name', practiceHost.container, '-p', '8080:80', 'httpd');
  const { code, problem } = await tell(engine, 'solve ch04-port');
  expect({ code, remedy: problem?.remedy }).toEqual({
    code: 3,
    remedy: expect.stringContaining('--on practice-host'),
  });
  const downAll = () => finish(engine.spawnDkkb(['down', '--all', '--yes']));
  const stays = await downAll();
  expect(stays).toMatchObject({ code: 0, stdout: expect.stringContaining(destroy) });
  await engine.docker('rm', '-f', practiceHost.container);
  expect((await downAll()).stdout).not.toContain(destroy);
  const words = ['down', '--all', '--on', 'practice-host', '--lang', 'en'];
  expect(await finish(engine.spawnDkkb(words))).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('Nothing that was made in it is left'),
    stderr: '',
  });
});

it('tells of a machine that is reached by SSH what the appendix asks', async () => {
  await engine.sh('printf "Hello, Nano!\\n" >hello.txt', { cwd: folder });
  const ids = ['app-nano', 'app-ssh', 'app-ec2', 'app-virtualbox'];
  const { code, stdout } = await ask(['check', ...ids, '--dir', folder].join(' '));
  const labs = (JSON.parse(stdout) as { labs: { status: string; problems: { code: string }[] }[] })
    .labs;
  expect(labs.map(({ status }) => status)).toEqual(['failed', 'passed', 'failed', 'unknown']);
  expect(labs.flatMap(({ problems }) => problems.map((one) => one.code))).toEqual(
    expect.arrayContaining(['file-text-wrong', 'not-on-aws', 'only-this-computer']),
  );
  expect(code).toBe(1);
});
