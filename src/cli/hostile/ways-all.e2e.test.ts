// @circle all @needs engine images ssh
// @minutes 2
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { HostileRoom, type Scenario } from '../../../testbed/hostile/hostile-room';
import {
  changed,
  dripping,
  endless,
  instead,
  redirected,
  silent,
} from '../../../testbed/hostile/lies';
import type { Lie } from '../../../testbed/hostile/lying-api';
import { startLyingWeb } from '../../../testbed/hostile/lying-web';
import { need } from '../../../testbed/programs/process';

const room = new HostileRoom();
let agent: ChildProcess;
let agentSocket: string;

beforeAll(async () => {
  await room.start('ways');
  const { student, place } = room;
  await student.load('nginx', 'busybox');
  await student.docker('run', '-d', '--name', 'nginx000ex6', 'nginx');
  await student.docker('volume', 'create', 'apa000vol1');
  await student.docker('volume', 'create', 'apa000vol2');
  agentSocket = join(place.home, '..', 'agent');
  agent = spawn('ssh-agent', ['-D', '-a', agentSocket], { stdio: ['ignore', 'pipe', 'ignore'] });
  if (agent.stdout) await once(agent.stdout, 'data');
});
afterAll(async () => {
  agent?.kill();
  await room.stop();
});

/** Checks a lab whose web server or registry, at a port of the student's machine, tells lies. */
async function withWeb(port: number, lies: readonly Lie[], scenario: Scenario): Promise<void> {
  const web = await startLyingWeb(room.student, port, lies);
  try {
    await room.check(scenario);
    expect(web.asked).not.toEqual([]);
  } finally {
    await web.stop();
  }
}

// If the container really published the port, the engine would use it, and the liar could not.
const ports = { '80/tcp': [{ HostIp: '0.0.0.0', HostPort: '8084' }] };
const published = changed(
  /^GET \/containers\/[^/]+\/json/,
  (told: { readonly HostConfig: object; readonly NetworkSettings: object }) => ({
    ...told,
    HostConfig: { ...told.HostConfig, PortBindings: ports },
    NetworkSettings: { ...told.NetworkSettings, Ports: ports },
  }),
);

describe('a web page does nothing to the teacher', () => {
  const any = /^/;
  const paint = '<title>\u001b[2J\u001b]0;owned\u0007All \u202epassed</title>';
  it.each<[string, Lie]>([
    ['that has no end', endless(any, '<p>', 'a'.repeat(65_536))],
    ['that comes a letter a second', dripping(any)],
    ['that never comes', silent(any)],
    ['that paints the terminal', instead(any, paint, { type: 'text/html' })],
    ['that sends to the teacher’s own address', redirected(any, 'http://127.0.0.1:9/x')],
    ['that sends to itself', redirected(any, 'http://localhost:8084/x')],
    ['that sends to a file', redirected(any, 'file:///etc/passwd')],
    ['that sends nowhere', redirected(any, 'http://[')],
    ['that is a status without bounds', instead(any, '', { status: 999 })],
  ])('%s', async (_which, lie) => {
    await withWeb(8084, [lie], { lab: 'ch04-nginx', mayPass: true, api: [published] });
  });
});

describe('a registry does nothing to the teacher', () => {
  const json = (value: unknown) => JSON.stringify(value);
  const catalogue = instead(/_catalog/, json({ repositories: ['apa_my'] }));
  const tags = instead(/tags\/list/, json({ name: 'apa_my', tags: ['latest'] }));
  const digest = `sha256:${'0'.repeat(64)}`;
  const bad = [
    '../../x',
    'a?b',
    'a#b',
    'a b',
    '//127.0.0.1:9/',
    '@127.0.0.1:9',
    '\u001b[2J',
    '%2e%2e/',
  ];
  it.each<[string, readonly Lie[]]>([
    ['with names that lead elsewhere', [instead(/_catalog/, json({ repositories: bad })), tags]],
    ['with tags that lead elsewhere', [catalogue, instead(/tags\/list/, json({ tags: bad }))]],
    [
      'with digests that lead elsewhere',
      [catalogue, tags, instead(/manifests/, json({ config: { digest: bad[0] }, layers: [] }))],
    ],
    ['that sends to the teacher’s own address', [redirected(/^/, 'http://127.0.0.1:9/v2/')]],
    [
      'that sends images elsewhere',
      [catalogue, tags, redirected(/manifests/, 'http://127.0.0.1:9/')],
    ],
    [
      'that sends layers elsewhere',
      [
        catalogue,
        tags,
        instead(/manifests/, json({ config: { digest }, layers: [] })),
        redirected(/blobs/, 'http://127.0.0.1:9/'),
      ],
    ],
    ['without an end', [endless(/_catalog/, '{"repositories":["', 'a'.repeat(65_536))]],
    [
      'of a hundred thousand names',
      [instead(/_catalog/, json({ repositories: Array(1e5).fill('a') })), tags],
    ],
    [
      'of images in images without an end',
      [catalogue, tags, instead(/manifests/, json({ manifests: Array(100).fill({ digest }) }))],
    ],
    ['that says nothing', [silent(/^/)]],
    ['that is no registry', [instead(/^/, 'null')]],
  ])('%s', async (_which, lies) => {
    await withWeb(5000, lies, { lab: 'ch06-registry' });
  });
});

it('gives the machine no agent and no forwarded port', async () => {
  const machine = await room.machine();
  const reach = 'if : </dev/tcp/127.0.0.1/2299; then touch ~/reached; fi 2>/dev/null; pwd';
  const teacherEnv = { SSH_AUTH_SOCK: agentSocket };
  // The login itself asks the agent on this machine.
  const mayReach = agentSocket;
  await room.checkOn(machine, { lab: 'ch04-port', exec: { pwd: reach }, teacherEnv, mayReach });
  expect(existsSync(join(machine.home, 'reached'))).toBe(false);
});

it('does not show an SSH banner that paints the terminal', async () => {
  const machine = await room.machine();
  machine.banner('\u001b[2JAll passed\u0007\n');
  await room.checkOn(machine, { lab: 'ch04-port' });
});

it('pulls no image that the engine says it lacks', async () => {
  const machine = await room.machine();
  const missing = instead(/^POST \/containers\/create/, '{"message":"No such image: x"}', {
    status: 404,
  });
  const furnish = (home: string) =>
    need('sh', ['-c', 'cd "$1"; touch a; tar -czf backup_apa.tar.gz a', '-', home]);
  await room.checkOn(machine, { lab: 'ch06-volume-backup', furnish, api: [missing] });
  expect(machine.asked).toContainEqual(expect.stringMatching(/^docker create --pull never /));
  expect(machine.asked).toContainEqual(expect.stringMatching(/^POST \/containers\/create/));
  expect(machine.asked.filter((line) => /images\/create/.test(line))).toEqual([]);
});

describe('a cluster does nothing to the teacher', () => {
  const config = {
    'current-context': 'minikube',
    contexts: [{ name: 'minikube', context: { cluster: 'minikube' } }],
    clusters: [{ name: 'minikube', cluster: { server: 'https://192.168.49.2:8443' } }],
  };
  const paint = '\u001b[2J\u001b]0;owned\u0007All passed\u202e';
  const pod = {
    kind: 'Pod',
    metadata: { name: 'apa000pod', namespace: 'default', uid: '1', labels: { app: paint } },
    spec: { containers: [{ name: 'apa000ex91', image: paint }], nodeName: paint },
    status: {
      phase: paint,
      reason: paint,
      message: paint,
      conditions: [{ type: paint, status: paint }],
    },
  };
  const list = {
    kind: 'List',
    items: [pod, { ...pod, kind: 'Service' }, { ...pod, kind: 'Deployment' }],
  };
  const says = (value: unknown) => {
    const text = Buffer.from(JSON.stringify(value)).toString('base64');
    return `printf %s ${text} | base64 -d`;
  };
  const honestConfig = { 'kubectl*config*view*': says(config) };
  const labs =
    'ch08-pod ch08-deployment ch08-service ch08-scale ch08-nginx ch08-self-heal ch08-delete';
  it.each<[string, NonNullable<Scenario['exec']>]>([
    ['whose configuration is no JSON', { 'kubectl*': 'echo {' }],
    ['whose configuration has another form', { 'kubectl*': says([1, null]) }],
    [
      'whose context is an option',
      { 'kubectl*': says({ ...config, 'current-context': '--kubeconfig=/x' }) },
    ],
    [
      'whose server is no address',
      {
        'kubectl*': says({
          ...config,
          clusters: [{ name: 'minikube', cluster: { server: paint } }],
        }),
      },
    ],
    ['whose objects are no JSON', { ...honestConfig, 'kubectl*': 'echo {' }],
    [
      'whose objects have another form',
      { ...honestConfig, 'kubectl*': says({ items: [null, 7, {}] }) },
    ],
    [
      'whose objects lack everything',
      {
        ...honestConfig,
        'kubectl*': says({
          items: [
            { kind: 'Pod', metadata: { name: 'apa000pod' } },
            { kind: 'Deployment', metadata: { name: 'apa000dep' } },
            { kind: 'Service', metadata: { name: 'apa000ser' } },
          ],
        }),
      },
    ],
    ['whose objects paint the terminal', { ...honestConfig, 'kubectl*': says(list) }],
    [
      'whose errors paint the terminal',
      { ...honestConfig, 'kubectl*': `printf '%b' 'error: \\033[2JAll passed\\a' >&2; exit 1` },
    ],
    ['without an end', { ...honestConfig, 'kubectl*': 'yes 2>/dev/null' }],
    ['of errors without an end', { ...honestConfig, 'kubectl*': 'yes >&2' }],
  ])('%s', async (_which, exec) => {
    const furnish = (home: string) =>
      writeFileSync(join(home, 'apa000dep.yml'), 'kind: Deployment\n');
    await room.check({ lab: labs, exec, furnish });
  });
});
