// @needs ssh
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import { createServer } from 'node:http';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { delimiter, join } from 'node:path';

import { build } from 'esbuild';

import { finish, need } from '../../../testbed/programs/process';
import { SshServer, type ServerPlace } from '../../../testbed/engine/ssh-server';
import { until } from '../../../testbed/programs/until';
import type { HttpAnswer } from '../answers/http';
import { freePort } from '../machine/ports';
import { sshArguments, type SshOptions, type SshTarget } from './ssh-target';
import type { Asked, Told } from './ssh.fixture';

const folder = mkdtempSync(join(tmpdir(), 'dkkb-ssh-test-'));
const at = (name: string) => join(folder, name);
const hard = at(`a 'b' "c" 50% %h 한글`);
const here: ServerPlace = {
  env: { HOME: folder, PATH: process.env['PATH'] },
  spawn: (program, args) => spawn(program, args, { stdio: ['ignore', 'ignore', 'inherit'] }),
  sh: (line) => finish(spawn('bash', ['-c', line], { stdio: 'pipe' })),
};
const env = {
  ...process.env,
  PATH: `${at('bin')}${delimiter}${process.env['PATH'] ?? ''}`,
  SSH_AUTH_SOCK: at('agent'),
  DISPLAY: ':9',
  AWS_SECRET_ACCESS_KEY: 'secret',
  // A connection has to work in a temporary folder of any name.
  TMPDIR: hard,
};
let server: SshServer;
let agent: ChildProcess;
let target: SshTarget;
let options: SshOptions;
let ports: readonly number[];

/** Sets up a user whose own configuration gives everything to every machine. */
async function useOwnConfiguration(): Promise<void> {
  ports = [await freePort(), await freePort()];
  const [remote = 0, local = 0] = ports;
  const settings = [
    ...['ForwardAgent yes', 'ForwardX11 yes', 'PermitLocalCommand yes', 'RequestTTY force'],
    ...[`LocalCommand touch ${at('local')}`, `RemoteCommand touch ${at('remote')}`],
    ...[`RemoteForward ${remote} localhost:22`, `LocalForward ${local} localhost:22`],
    ...['SendEnv *', 'SetEnv FROM_CONFIGURATION=secret'],
    ...['ControlMaster auto', 'ControlPersist yes', `ControlPath ${at('own-%C')}`],
  ];
  writeFileSync(at('config'), settings.join('\n'));
  const real = (await need('which', ['ssh'])).trim();
  mkdirSync(at('bin'));
  writeFileSync(at('bin/ssh'), `#!/bin/sh\nexec ${real} -F ${at('config')} "$@"\n`);
  chmodSync(at('bin/ssh'), 0o755);
}

beforeAll(async () => {
  await build({
    entryPoints: [join(__dirname, 'ssh.fixture.ts')],
    outfile: at('told.mjs'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
  });
  const port = await freePort();
  server = await SshServer.start(here, port, ['AcceptEnv *']);
  target = { user: userInfo().username, host: '127.0.0.1', port };
  mkdirSync(hard);
  copyFileSync(server.identity, join(hard, 'key'));
  options = { identity: join(hard, 'key'), knownHosts: join(hard, 'known hosts'), timeout: 10 };
  agent = spawn('ssh-agent', ['-D', '-a', at('agent')], { stdio: 'ignore' });
  await until(() => existsSync(at('agent')), Boolean);
  await useOwnConfiguration();
});

afterAll(async () => {
  const ended = once(agent, 'exit');
  agent.kill();
  await ended;
  await server.stop();
  rmSync(folder, { recursive: true });
});

type Way = 'one shared connection' | 'a login for each question';
const ways: readonly Way[] = ['one shared connection', 'a login for each question'];
const envOf = (way: Way) => ({ ...env, DKKB_SSH_SHARED: way === ways[0] ? '1' : '0' });

async function told(way: Way, asked: Partial<Asked>): Promise<Told> {
  const words = [at('told.mjs'), JSON.stringify({ target, options, ports, ...asked })];
  return JSON.parse(await need(process.execPath, words, { env: envOf(way) })) as Told;
}

/** A web server on the other machine, which is this one, that tells how it was asked. */
async function withServer<T>(place: number | string, work: () => Promise<T>): Promise<T> {
  let connections = 0;
  const pages = createServer(({ headers }, response) =>
    response.end(`${headers.host ?? ''} ${String(connections)}`),
  ).on('connection', () => (connections += 1));
  pages.listen(place);
  await once(pages, 'listening');
  return work().finally(() => pages.close());
}

const bodyOf = (answer: HttpAnswer) => ('body' in answer ? answer.body : answer.error);

/** The agents that are forwarded to the server: any socket but the local one, whose path `SendEnv *` sends. */
const agentsIn = (environment: string) =>
  environment
    .split('\n')
    .filter((line) => line.startsWith('SSH_AUTH_SOCK=') && line !== `SSH_AUTH_SOCK=${at('agent')}`);

const leftBehind = async () => [
  ...[at('local'), at('remote')].filter(existsSync),
  ...(await need('find', [folder, '-name', 'own-*'])).split('\n').filter(Boolean),
];

describe.each(ways)('over %s', (way) => {
  it('gives nothing of the user to the machine, whatever the configuration says', async () => {
    const { stdout, taken } = await told(way, { line: 'env; tty; echo "it is $0"' });
    expect(stdout).toContain('\nnot a tty\nit is sh');
    expect(stdout).not.toMatch(/^DISPLAY=|secret/m);
    expect(agentsIn(stdout ?? '')).toEqual([]);
    expect(taken).toEqual([]);
    expect(await leftBehind()).toEqual([]);
  });

  it('asks a port and a socket there, and makes no forward of the configuration', async () => {
    const port = await freePort();
    const page = `http://localhost:${port}/`;
    const socket = at('pages.sock');
    const ask = () => told(way, { page, socket });
    const { answers, taken } = await withServer(port, () => withServer(socket, ask));
    expect(answers?.[0]).toEqual({ status: 200, body: `localhost:${port} 1` });
    const again = way === ways[0] ? 2 : 1;
    expect(answers?.slice(1).map(bodyOf)).toEqual(['localhost 1', `localhost ${again}`]);
    expect(taken).toEqual([]);
  });

  it('gives ECONNREFUSED where nobody listens there', async () => {
    const { answers } = await told(way, { page: `http://localhost:${await freePort()}/` });
    expect(answers).toEqual([{ error: 'ECONNREFUSED' }]);
  });

  it.each(['/run/${HOME}', '/run/%h', '/a:1:b', 'a:1:b:2', '-oProxyCommand=x', ''])(
    'refuses a way to %j, in which ssh would find more than an address',
    async (socket) => {
      expect(await told(way, { socket })).toMatchObject({ code: 'command-failed' });
    },
  );

  it.each([
    [
      'takes longer than its limit',
      'echo begun; sleep 60',
      { timeout: 500 },
      'program-not-answering',
    ],
    ['says more than its limit', 'yes', { limit: 1_000 }, 'answer-too-large'],
    [
      'says more than its limit, and then nothing',
      'yes | head -c 5000; sleep 60',
      { limit: 1_000 },
      'answer-too-large',
    ],
    [
      'says more beside its answer than is looked at',
      'yes | head -c 2000000 >&2; sleep 60',
      { limit: 4 * 2 ** 20 },
      'answer-too-large',
    ],
  ])('gives up on a program on the machine that %s', async (_does, line, limits, code) => {
    const { code: found, values } = await told(way, { line, limits });
    expect(found).toBe(code);
    expect(Object.values(values ?? {})).toContain(`sh -c ${line}`);
  });

  it('a connection that breaks fails with ssh-unreachable, a program with exit code 255 does not', async () => {
    const broken = await told(way, { line: 'kill -9 $PPID' });
    expect(broken).toMatchObject({ code: 'ssh-unreachable', values: { said: expect.anything() } });
    expect(await told(way, { line: 'echo done; exit 255' })).toMatchObject({ stdout: 'done' });
  });

  it('leaves no folder and no ssh when SIGTERM ends it', async () => {
    const begun = at(`begun ${way}`);
    const words = [
      at('told.mjs'),
      JSON.stringify({ target, options, ports, line: `touch '${begun}'; exec sleep 60` }),
    ];
    const teller = spawn(process.execPath, words, { env: envOf(way), stdio: 'ignore' });
    await until(() => existsSync(begun), Boolean);
    const ended = once(teller, 'exit');
    teller.kill('SIGTERM');
    expect(await ended).toEqual([null, 'SIGTERM']);
    expect(readdirSync(hard).filter((name) => name.startsWith('dkkb-'))).toEqual([]);
    const left = () => finish(spawn('pgrep', ['-f', `ssh .*-p ${String(target.port)} `]));
    await until(left, ({ stdout }) => stdout === '');
  });

  it('gives up on a machine that does not answer the login', async () => {
    const port = await freePort();
    const command = ['AuthorizedKeysCommand /bin/sleep 30', 'AuthorizedKeysCommandUser root'];
    const silent = await SshServer.start(here, port, command);
    const answer = await told(way, {
      target: { ...target, port },
      options: { ...options, timeout: 1 },
    });
    expect(answer).toMatchObject({
      code: 'ssh-unreachable',
      values: { said: 'no answer within 3 s' },
    });
    await silent.stop();
  });
});

it('uses a key and known hosts in a folder of any name', async () => {
  // Without this option, ssh keeps no key for this machine's own address.
  const kept = ['-o', 'NoHostAuthenticationForLocalhost=no', ...sshArguments(target, options)];
  await need('ssh', [...kept, 'true'], { env });
  expect(readFileSync(join(hard, 'known hosts'), 'utf8')).toMatch(/^\[127\.0\.0\.1\]:\d+ ssh-/);
  const understood = await need('ssh', ['-G', ...sshArguments(target, options)], { env });
  expect(understood).toContain(`userknownhostsfile ${join(hard, 'known hosts')}\n`);
  expect(understood).toMatch(/^forwardagent no$/m);
  expect(understood).toMatch(/^clearallforwardings yes$/m);
});

it('does not use the shared connection of the user for a single question', async () => {
  const stdout = await need('ssh', [...sshArguments(target, options), 'env'], { env });
  expect(stdout).toMatch(/^SSH_CONNECTION=/m);
  expect(agentsIn(stdout ?? '')).toEqual([]);
  expect(await leftBehind()).toEqual([]);
});
