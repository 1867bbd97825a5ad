import { refusals } from '../../src/computer/recorded.fixture';
import { knownPaths } from '../../src/computer/system/unix-script';
import { docker, found, linux, noEngine, type Answers } from './found.fixture';

describe('app-linux-docker', () => {
  const engine = docker({});

  it('passes where an engine answers without sudo', async () => {
    const result = await found('app-linux-docker', 'debian', { ...linux(), ...engine });
    expect(result).toMatchObject({ status: 'passed', notes: [] });
    expect(result.told.slice(-3)).toEqual([
      'The docker client 28.3.2',
      'The engine 28.3.2: Docker Engine',
      'User: kim (in the group docker)',
    ]);
  });

  const outside = { id: 'uid=1000(kim) gid=1000(kim) groups=1000(kim)' };
  const snap = { programs: '/snap/bin/docker', paths: knownPaths.snap };
  it.each<[string, Answers, string[], string[]]>([
    ['no docker', linux(), ['program-missing'], ['sudo bash scripts/install-docker.sh']],
    [
      'a user outside of the group',
      { ...linux({ ...outside, group: 'docker:x:106:' }), ...noEngine(refusals.denied) },
      ['socket-denied'],
      ['sudo usermod -aG docker "$USER"'],
    ],
    [
      'a login that began before the user was in the group',
      { ...linux(outside), ...noEngine(refusals.denied) },
      ['docker-group-pending'],
      ['newgrp docker'],
    ],
    [
      "the snap's engine stopped",
      { ...linux(snap), ...noEngine(refusals.stopped) },
      ['snap-engine-stopped'],
      ['sudo snap start docker'],
    ],
    [
      'Podman under the name of docker',
      {
        ...linux(),
        'docker version': { stdout: '{"Client":{"APIVersion":"4.9.3","Version":"4.9.3"}}' },
      },
      ['podman-instead-of-docker'],
      ['sudo apt-get remove podman-docker', 'sudo bash scripts/install-docker.sh'],
    ],
    [
      'WSL 1',
      { ...linux({ uname: 'Linux 4.4.0-22621-Microsoft x86_64', wsl: 'Ubuntu' }) },
      ['wsl-first-version'],
      ['wsl --set-version Ubuntu 2'],
    ],
    ['a docker that hangs', { ...linux(), docker: 'hangs' }, ['program-not-answering'], []],
    ['a shell that hangs', { sh: 'hangs', ...docker({}) }, ['system-untold'], ['uname -srm']],
    [
      'a shell that prints garbage',
      { sh: { stdout: '\u001b[2J' }, ...docker({}) },
      ['system-untold'],
      ['uname -srm'],
    ],
  ])('cannot tell with %s, and says what to do', async (_, answers, codes, commands) => {
    const result = await found('app-linux-docker', 'debian', answers);
    expect(result).toMatchObject({ status: 'unknown', codes, commands });
  });

  it.each([
    ['engine-from-snap', linux(snap), docker({ platform: '' })],
    ['engines-several', linux({ paths: knownPaths.snap }), engine],
  ])('passes and notes %s', async (note, answers, answer) => {
    const result = await found('app-linux-docker', 'debian', { ...answers, ...answer });
    expect(result).toMatchObject({ status: 'passed', notes: [note] });
  });
});
