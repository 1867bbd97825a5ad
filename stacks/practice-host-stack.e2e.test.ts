// @circle all @needs engine images provider
import { cpSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { practiceHost } from '../src/core/practice-machine';
import { finish, useEngine, type Engine, type Finished } from '../testbed/engine/engine';
import { openToContainers, PackageMirror } from '../testbed/class/package-mirror';
import { repository } from '../testbed/programs/paths';
import { need } from '../testbed/programs/process';
import { makeProject } from '../testbed/programs/project';
import { told, type Told } from '../testbed/labs/answers';
import { until } from '../testbed/programs/until';

// Packages are installed; a busy machine takes its time.
jest.setTimeout(1_200_000);

// `deploy` would ask a Terraform registry for checksums. There is no registry here.
const offline = ['--auto-approve', '--skip-provider-lock'];
const base = 'debian:trixie';
const imagePort = 5009;
const { container, sshPort, user } = practiceHost;

let engine: Engine;
let mirror: PackageMirror;
let closeRegistry: () => Promise<void>;
let project: string;
let before: Awaited<ReturnType<Engine['inventory']>>;

const cdktf = (...args: string[]): Promise<Finished> =>
  engine.exec('npx', ['cdktf', ...args], { cwd: project });
const variables = (): string[] =>
  [
    `base_image=${base}`,
    `package_mirror=${mirror.address}`,
    `image_mirror=http://172.17.0.1:${String(imagePort)}`,
  ].flatMap((variable) => ['--var', variable]);
const key = (): string => join(project, practiceHost.privateKey);
const student = (command: string): Promise<Finished> =>
  engine.exec('ssh', [
    ...['-i', key(), '-o', 'NoHostAuthenticationForLocalhost=yes', '-o', 'BatchMode=yes'],
    ...['-p', String(sshPort), `${user}@127.0.0.1`, command],
  ]);
const check = async (id: string, ...more: string[]): Promise<Told> => {
  const on = ['--on', `ssh://${user}@127.0.0.1:${String(sshPort)}`];
  const options = more.length > 0 ? more : [...on, '--identity', key()];
  return told(await finish(engine.spawnDkkb(['check', id, '-o', 'json', ...options])));
};

beforeAll(async () => {
  engine = await useEngine();
  project = join(engine.home, '도커 연습');
  makeProject(project);
  const root = (
    await need('bash', [join(__dirname, '../scripts/testing/bare-root.sh'), 'trixie'])
  ).trim();
  await engine.docker('import', root, base);
  mirror = await PackageMirror.start(engine, root);
  const registry = Number(engine.env['DKKB_REGISTRY']?.split(':')[1]);
  closeRegistry = await openToContainers(engine, imagePort, registry);
  before = await engine.inventory();
});
afterAll(async () => {
  await mirror.stop();
  await closeRegistry();
});

it('is made by `cdktf deploy`, with an engine that answers and a key of its own', async () => {
  const { code, stdout } = await cdktf('deploy', practiceHost.stack, ...offline, ...variables());
  expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining('ssh -i') });
  expect(statSync(key()).mode & 0o777).toBe(0o600);
  const state = readFileSync(join(project, '.tfstate', `${practiceHost.stack}.tfstate`), 'utf8');
  expect(state).toContain(readFileSync(`${key()}.pub`, 'utf8').trim());
  expect(state).not.toContain('PRIVATE KEY');
});

it('publishes the book’s ports on the loopback address only', async () => {
  const published = (await engine.docker('port', container)).split('\n');
  const addresses = published.map((line) => line.split(' -> ')[1]);
  expect(addresses).toEqual(expect.arrayContaining(['127.0.0.1:8080', '127.0.0.1:8092']));
  for (const address of addresses) expect(address).toMatch(/^127\.0\.0\.1:/);
});

it('has docker without sudo, Compose, kubectl and nano', async () => {
  const { code, stdout } = await student(
    'docker version && docker compose version && kubectl version --client && nano --version',
  );
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: expect.stringMatching(/Server:[^]*Compose version[^]*Client Version[^]*nano/),
  });
});

it('accepts no login with a password', async () => {
  const settings = await engine.docker('exec', container, '/usr/sbin/sshd', '-T');
  expect(settings).toContain('passwordauthentication no');
  expect(settings).toContain('permitrootlogin no');
});

describe('`dkkb check --on`', () => {
  it('sees what is missing, what is done, and the page that answers in there', async () => {
    expect(await check('ch04-port')).toMatchObject({
      code: 1,
      problem: { code: 'container-missing' },
    });
    await student('docker run --name apa000ex2 -d -p 8081:80 httpd');
    expect(await check('ch04-port')).toMatchObject({ code: 1, problem: { code: 'port-wrong' } });
    await student('docker rm -f apa000ex2 && docker run --name apa000ex2 -d -p 8080:80 httpd');
    expect(await check('ch04-port')).toMatchObject({ code: 0 });
    expect((await engine.fetch('http://127.0.0.1:8080/')).body).toContain('It works!');
    expect((await engine.inventory()).containers).toHaveLength(1);
  });

  it('reads the files in there', async () => {
    expect(await check('ch06-bind-mount')).toMatchObject({ code: 1 });
    await student(`mkdir apa_folder && echo '<h1>mine</h1>' >apa_folder/index.html &&
      docker run --name apa000ex20 -d -p 8090:80 -v "$PWD/apa_folder":/usr/local/apache2/htdocs httpd`);
    expect(await check('ch06-bind-mount')).toMatchObject({ code: 0 });
    expect((await student('ls -A apa_folder')).stdout).toBe('index.html\n');
  });

  it('sees a registry in there', async () => {
    await student('docker run -d -p 5000:5000 registry && docker tag httpd localhost:5000/httpd');
    await until(
      () => student('docker push localhost:5000/httpd'),
      ({ code }) => code === 0,
    );
    expect(await check('ch06-registry')).toMatchObject({ code: 0 });
  });

  it.each([
    ['ssh://student@127.0.0.1:2222', ['--identity', '/dev/null'], 3, 'ssh-denied'],
    ['ssh://student@127.0.0.1:1', [], 3, 'ssh-unreachable'],
    ['ssh://student@no-such-host.invalid', [], 3, 'ssh-unreachable'],
    ['ssh://-oProxyCommand=id', [], 2, undefined],
    ['student@127.0.0.1', [], 2, undefined],
    ['ssh://student@127.0.0.1:2222', ['--identity', '/no/such/key'], 2, undefined],
  ])('for %s %j ends with code %d and the problem %s', async (on, more, code, problem) => {
    const said = await check('ch04-port', '--on', on, ...more);
    expect({ code: said.code, problem: said.problem?.code }).toEqual({ code, problem });
  });

  it('says that the engine in there does not answer', async () => {
    await student('sudo mv /usr/bin/docker /usr/bin/docker.away');
    const said = await check('ch04-port');
    await student('sudo mv /usr/bin/docker.away /usr/bin/docker');
    expect(said).toMatchObject({ code: 3, problem: { code: 'remote-engine-silent' } });
  });
});

it('is reached by its name alone, with the host key that its container has', async () => {
  cpSync(join(repository, 'build'), join(project, 'build'), { recursive: true });
  const dkkb = (...words: string[]) =>
    engine.exec(process.execPath, [join(project, 'build', 'dkkb.mjs'), ...words], { cwd: project });
  const place = ['ch04-nginx', '--on', 'practice-host'];
  const { code, stdout } = await dkkb('solve', ...place);
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: expect.stringContaining('http://127.0.0.1:8084/'),
  });
  expect((await engine.fetch('http://127.0.0.1:8084/')).status).toBe(200);
  expect(await dkkb('down', ...place)).toMatchObject({ code: 0 });
});

it('works again after it was killed, with everything that was in it', async () => {
  await engine.docker('kill', container);
  await engine.docker('start', container);
  const { stdout } = await until(
    () => student('docker ps -a --format "{{.Names}}"'),
    ({ code }) => code === 0,
  );
  expect(stdout).toContain('apa000ex2');
});

it('sees no difference when nothing was changed', async () => {
  const { stdout } = await cdktf(
    'diff',
    practiceHost.stack,
    '--skip-provider-lock',
    ...variables(),
  );
  expect(stdout).toContain('No changes.');
});

it('leaves nothing but the base image after `cdktf destroy`', async () => {
  const { code } = await cdktf('destroy', practiceHost.stack, '--auto-approve', ...variables());
  expect(code).toBe(0);
  const after = await engine.inventory();
  expect({ ...after, images: [] }).toEqual({ ...before, images: [] });
});
