import { familyOf, type Machine, type System } from '../../core/system';
import { gainAccess, startEngine } from './start-engine';
import { installDocker } from '../../core/problems/install';

const machine = (system: System, paths: readonly string[] = [], isRoot = false): Machine => ({
  system,
  isRoot,
  shell: system === 'windows' ? 'powershell' : 'bash',
  has: (path) => paths.includes(path),
});

test.each([
  ['ID=debian\n', 'debian'],
  ['ID=linuxmint\nID_LIKE="ubuntu debian"\n', 'debian'],
  ['ID="rocky"\nID_LIKE="rhel centos fedora"\n', 'fedora'],
  ['ID=fedora\nVERSION_ID=42\n', 'fedora'],
  ['ID=manjaro\nID_LIKE=arch\n', 'arch'],
  ['ID="opensuse-leap"\nID_LIKE="suse opensuse"\n', 'suse'],
  ['ID=alpine\n', 'alpine'],
  ['ID=nixos\nHOME_URL="https://archlinux.example/debian"\n', 'linux'],
  ['', 'linux'],
])('the family of %j is %s', (release, family) => {
  expect(familyOf(release)).toBe(family);
});

describe('starting the engine', () => {
  const daemon = '/usr/bin/dockerd';
  const commands = (...args: Parameters<typeof startEngine>) => startEngine(...args).commands;

  test('uses systemd, an init script or OpenRC, whichever is there', () => {
    const systemd = machine('debian', [daemon, '/run/systemd/system', '/etc/init.d/docker']);
    expect(commands(systemd, undefined)).toEqual(['sudo systemctl start docker']);
    const script = machine('debian', [daemon, '/etc/init.d/docker']);
    expect(commands(script, undefined)).toEqual(['sudo service docker start']);
    const openrc = machine('alpine', [daemon, '/sbin/openrc', '/etc/init.d/docker'], true);
    expect(commands(openrc, undefined)).toEqual(['rc-service docker start']);
  });

  test('asks to install Docker when there is none', () => {
    expect(commands(machine('debian'), undefined)).toEqual(['sudo bash scripts/install-docker.sh']);
  });

  test('starts Docker Desktop on a Mac, on Windows, and in WSL without an engine of its own', () => {
    for (const system of ['macos', 'windows', 'wsl'] as const)
      expect(startEngine(machine(system), undefined).en).toContain('Docker Desktop');
    expect(commands(machine('wsl', [daemon, '/run/systemd/system']), undefined)).toEqual([
      'sudo systemctl start docker',
    ]);
  });

  test('names what has chosen another engine, and how to go back', () => {
    const host = { by: 'DOCKER_HOST', value: 'tcp://10.0.0.7:2375' } as const;
    const remedy = startEngine(machine('debian', [daemon]), host);
    expect(remedy.ko).toContain('DOCKER_HOST');
    expect(remedy.en).toContain('tcp://10.0.0.7:2375');
    expect(remedy.commands).toMatchObject([
      {
        bash: 'unset DOCKER_HOST',
        powershell: 'Remove-Item Env:DOCKER_HOST',
        cmd: 'set DOCKER_HOST=',
      },
    ]);
    const context = { by: 'context', value: 'rancher-desktop' } as const;
    expect(commands(machine('macos'), context)).toEqual(['docker context use default']);
  });

  test.each([
    ['colima', 'colima start'],
    ['colima-study', { words: ['colima', 'start', 'study'] }],
  ])('starts Colima where the context %s is chosen', (value, start) => {
    const context = { by: 'context', value } as const;
    expect(commands(machine('macos'), context)).toEqual([start, 'docker context use default']);
  });

  test('starts Docker Desktop when its own context is chosen', () => {
    const desktop = { by: 'context', value: 'desktop-linux' } as const;
    expect(startEngine(machine('debian', [daemon]), desktop).en).toContain('Docker Desktop');
  });
});

test('access comes with a group on Linux and on Windows, and with Docker Desktop on a Mac', () => {
  expect(gainAccess(machine('fedora'), undefined).commands).toEqual([
    'sudo usermod -aG docker "$USER"',
  ]);
  expect(gainAccess(machine('debian'), undefined).en).toContain('power of root');
  expect(gainAccess(machine('windows'), undefined).commands).toMatchObject([
    { cmd: 'net localgroup docker-users "%USERNAME%" /add' },
  ]);
  expect(gainAccess(machine('macos'), undefined).commands).toBeUndefined();
});

test.each(['debian', 'fedora', 'arch', 'alpine', 'suse'] as const)(
  'the command that installs Docker on %s has sudo for a user, and none for root',
  (system) => {
    const [asUser] = installDocker(machine(system)).commands ?? [];
    const [asRoot] = installDocker(machine(system, [], true)).commands ?? [];
    expect(asUser).toBe(`sudo ${String(asRoot)}`);
  },
);

describe('an engine that runs and lets nobody in', () => {
  it.each([
    [
      { by: 'DOCKER_HOST', value: 'unix:///run/other.sock' },
      '',
      '그 소켓을 쓸 수 있는 그룹에 사용자를 넣거나, 변수를 지워',
    ],
    [
      { by: 'context', value: 'other' },
      'unix:///run/other.sock',
      '그 소켓을 쓸 수 있는 그룹에 사용자를 넣거나, 이 컴퓨터의',
    ],
    [{ by: 'DOCKER_HOST', value: 'tcp://10.0.0.7:2375' }, '', '그 엔진을 쓸 수 있는 권한을 받거나'],
  ] as const)('%j at "%s" is not told to be started', (chosen, endpoint, said) => {
    const remedy = gainAccess(machine('debian'), chosen, endpoint);
    expect(remedy.ko).toContain(said);
    expect(remedy.ko).not.toContain('시작');
  });
});
