import { useEngine, type Engine } from '../../testbed/engine/engine';

let engine: Engine;
beforeAll(async () => {
  engine = await useEngine();
});
afterEach(() => engine.startDaemon());
afterAll(() => engine.reset());

interface Checked {
  readonly status: string;
  readonly checks: readonly { readonly found?: readonly string[] }[];
  readonly problems: readonly { readonly code: string }[];
}

/** What `dkkb check` says of a lab on this machine. */
async function check(id: string) {
  const { code, stdout } = await engine.dkkb('check', id, '--output', 'json', '--lang', 'en');
  const [lab] = (JSON.parse(stdout) as { labs: readonly Checked[] }).labs;
  const codes = lab?.problems.map((problem) => problem.code);
  const found = lab?.checks.flatMap((one) => one.found ?? []).join('\n');
  return { code, status: lab?.status, codes, found };
}

it('app-linux-docker passes where an engine answers, and tells what was found', async () => {
  const { code, status, found } = await check('app-linux-docker');
  expect({ code, status }).toEqual({ code: 0, status: 'passed' });
  expect(found).toMatch(/GNU\/Linux \d+.*, 64-bit, (?:amd64|arm64)\nMemory: \d+\.\d GiB/);
  expect(found).toMatch(/The docker client \d+.*\nThe engine \d+.*: Docker Engine\n/);
});

it('app-linux-docker is unknown without an engine', async () => {
  await engine.stopDaemon();
  expect(await check('app-linux-docker')).toMatchObject({
    code: 3,
    status: 'unknown',
    codes: ['engine-not-running'],
  });
});

it.each([
  ['app-windows', 'lab-of-other-system'],
  ['app-macos', 'lab-of-other-system'],
  ['app-kubectl', 'no-cluster'],
  ['app-minikube', 'minikube-missing'],
])('%s cannot tell on this machine: %s', async (id, problem) => {
  expect(await check(id)).toMatchObject({ code: 3, status: 'unknown', codes: [problem] });
});

it('up, solve and down have nothing to do', async () => {
  for (const command of ['up', 'solve', 'down'])
    expect((await engine.dkkb(command, 'app-linux-docker')).code).toBe(2);
});

it('watch of a lab that leads to another machine ends here, where nothing makes it pass', async () => {
  const { code, stdout } = await engine.dkkb('watch', 'app-ssh', '--lang', 'en');
  expect(code).toBe(1);
  expect(stdout).toContain('dkkb check app-ssh --on');
});
