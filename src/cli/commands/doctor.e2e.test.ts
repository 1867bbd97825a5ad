import { mkdir, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { useEngine, type Engine } from '../../../testbed/engine/engine';
import { Output } from '../../../testbed/programs/output';
import { dkkb } from '../../../testbed/programs/paths';

interface Finding {
  readonly topic: string;
  readonly status: string;
  readonly found: string;
  readonly problems: readonly {
    code: string;
    values: Record<string, string>;
    commands: string[];
  }[];
}

let engine: Engine;

beforeEach(async () => {
  engine = await useEngine();
});

async function doctor(
  variables: Readonly<Record<string, string>> = {},
  under: readonly string[] = [],
) {
  const settings = Object.entries(variables).map(([name, value]) => `${name}=${value}`);
  const words = [process.execPath, dkkb, 'doctor', '-o', 'json', '--lang', 'en'];
  const { code, stdout } = await engine.exec('env', [...settings, ...under, ...words]);
  const { ready, findings } = JSON.parse(stdout) as { ready: boolean; findings: Finding[] };
  return { code, ready, of: (topic: string) => findings.find((one) => one.topic === topic) };
}

// A folder for the PATH with only these programs of this machine.
async function pathWith(...programs: string[]): Promise<string> {
  const folder = join(engine.home, 'programs');
  await mkdir(folder);
  for (const program of programs) {
    const found = (await engine.sh(`command -v ${program}`)).stdout.trim();
    await symlink(found, join(folder, program));
  }
  return folder;
}

test('a machine with everything that is needed is ready', async () => {
  const { code, ready, of } = await doctor();
  expect(code).toBe(0);
  expect(ready).toBe(true);
  expect(of('engine')?.found).toContain(
    await engine.docker('version', '-f', '{{.Server.Version}}'),
  );
  expect(of('mirror')?.found).toMatch(/^http:\/\//);
  expect(of('ports')).toMatchObject({ status: 'ok', found: expect.stringContaining('8080') });
  // On a busy machine, asking for the time takes seconds itself.
  expect(of('clock')).toMatchObject({
    status: 'ok',
    found: expect.stringMatching(/^\d+ s apart$/),
  });
  const { stdout } = await engine.dkkb('doctor', '--lang', 'ko');
  expect(stdout).toContain('실습할 준비가 되어 있습니다.');
});

test('terraform and kubectl are optional', async () => {
  const { code, of } = await doctor({ PATH: await pathWith('docker') });
  expect(code).toBe(0);
  for (const topic of ['terraform', 'kubectl'])
    expect(of(topic)).toMatchObject({
      status: 'optional',
      problems: [{ code: 'optional-missing' }],
    });
});

test('without docker it fails with program-missing, and still checks the rest', async () => {
  const { code, of } = await doctor({ PATH: await pathWith('kubectl') });
  expect(code).toBe(3);
  expect(of('engine')?.problems[0]).toMatchObject({
    code: 'program-missing',
    values: { program: 'docker' },
  });
  expect(of('kubectl')?.status).toBe('ok');
  expect(of('disk')?.status).toBe('ok');
});

test('without the Compose plugin it fails, and says how to install the plugin', async () => {
  const format = '{{range .ClientInfo.Plugins}}{{if eq .Name "compose"}}{{.Path}}{{end}}{{end}}';
  const plugins = dirname(await engine.docker('info', '-f', format));
  const hide = 'mount -t tmpfs none "$1" && shift && exec "$@"';
  const { code, of } = await doctor({}, ['unshare', '--mount', 'sh', '-c', hide, '-', plugins]);
  expect(code).toBe(3);
  expect(of('compose')).toMatchObject({
    status: 'problem',
    problems: [{ code: 'compose-missing', commands: [expect.stringMatching(/install-docker/)] }],
  });
  expect(of('engine')?.status).toBe('ok');
});

test('an engine that does not run is reported once, with the variable that chose it', async () => {
  await engine.stopDaemon();
  const { code, ready, of } = await doctor();
  expect(code).toBe(3);
  expect(ready).toBe(false);
  expect(of('engine')?.problems).toMatchObject([
    { code: 'engine-not-running', commands: ['unset DOCKER_HOST'] },
  ]);
  expect(of('compose')?.status).toBe('ok');
  for (const topic of ['ports', 'clock', 'images']) expect(of(topic)?.problems).toEqual([]);
});

test('a context that does not exist is reported, with the variable that chose it', async () => {
  const { code, of } = await doctor({ DOCKER_HOST: '', DOCKER_CONTEXT: 'nowhere' });
  expect(code).toBe(3);
  expect(of('engine')?.problems[0]).toMatchObject({
    code: 'engine-not-running',
    commands: ['unset DOCKER_CONTEXT'],
  });
});

test("a port may be in use by the lab's own container; another container or program is named", async () => {
  await engine.docker('run', '-d', '--name', 'apa000ex2', '-p', '8080:80', 'httpd');
  expect((await doctor()).of('ports')?.status).toBe('ok');
  await engine.docker('run', '-d', '--name', 'stranger', '-p', '8081:80', 'httpd');
  const listen = `require('net').createServer().listen(8082, () => console.log('listens'))`;
  const program = engine.spawn(process.execPath, ['-e', listen]);
  await new Output(program).next(/listens/);
  const { code, of } = await doctor();
  program.kill();
  expect(code).toBe(3);
  const held = Object.fromEntries(
    of('ports')?.problems.map(({ values }) => [values['port'], values['by']]) ?? [],
  );
  expect(held['8081']).toBe('stranger');
  expect(held['8082']).toContain(`(pid ${String(program.pid)})`);
  expect(Object.keys(held)).toHaveLength(2);
});

test('tells the address from which the internet sees this machine, and what the teacher does with it', async () => {
  const answer = `require('http').createServer((_, to) => to.end('203.0.113.7')).listen(8093, '127.0.0.1', () => console.log('listens'))`;
  const service = engine.spawn(process.execPath, ['-e', answer]);
  await new Output(service).next(/listens/);
  const told = await doctor({ DKKB_ADDRESS_SERVICE: 'http://127.0.0.1:8093' });
  service.kill();
  expect(told.of('address')).toMatchObject({
    status: 'ok',
    found: expect.stringMatching(/^203\.0\.113\.7 .*allow: \[203\.0\.113\.7\/32\]/),
  });
});

test('an address that nobody tells is no error', async () => {
  const { code, of } = await doctor({ DKKB_ADDRESS_SERVICE: 'http://127.0.0.1:9' });
  expect(code).toBe(0);
  expect(of('address')).toMatchObject({ status: 'unknown', problems: [] });
});
