import { dockerVersion, refusals } from '../recorded.fixture';
import { answerIn } from './answer';

it('reads both versions, and what the engine calls itself', () => {
  const said = dockerVersion({ platform: 'Docker Desktop 4.43.2 (199162)' }, 'desktop-linux');
  expect(answerIn(said, '')).toEqual({
    client: { version: '28.3.2', context: 'desktop-linux' },
    server: {
      version: '28.3.2',
      os: 'linux',
      platform: 'Docker Desktop 4.43.2 (199162)',
      components: ['Engine', 'containerd', 'runc'],
    },
    podman: undefined,
    said: '',
  });
});

it('reads the version of the client where no engine answers, and what it said', () => {
  const { client, server, said } = answerIn(dockerVersion(undefined), refusals.stopped);
  expect([client?.version, server, said]).toEqual(['28.3.2', undefined, refusals.stopped]);
});

it('reads the version of the component where the engine has only a name', () => {
  const said = JSON.parse(dockerVersion({})) as { Server: Record<string, unknown> };
  said.Server['Version'] = 'in development';
  expect(answerIn(JSON.stringify(said), '').server?.version).toBe('28.3.2');
});

it.each([
  [
    'its own words',
    '{"Client":{"Version":"4.9.3"}}',
    'Emulate Docker CLI using podman. Create /etc/containers/nodocker to quiet msg.',
  ],
  ['the form of its answer', '{"Client":{"APIVersion":"4.9.3","Version":"4.9.3"}}', ''],
])('knows Podman by %s', (_, stdout, stderr) => {
  expect(answerIn(stdout, stderr).podman).toBe('4.9.3');
});

it.each([
  '',
  'null',
  '[]',
  '{"Client":3}',
  'Client: Docker',
  '{"Client":{"Version":"\u001b[2J"}}',
  '{',
])('reads no version in %j', (stdout) => {
  expect(answerIn(stdout, '')).toMatchObject({ client: undefined, server: undefined });
});
