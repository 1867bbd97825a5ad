import { containerFacts, type InspectedContainer } from './inspect';

const inspected: InspectedContainer = {
  Id: 'f00',
  Name: '/apa000ex2',
  Created: '2026-01-01T00:00:00Z',
  Image: 'sha256:abc',
  Path: 'httpd-foreground',
  Args: null,
  State: {
    Status: 'running',
    Running: true,
    ExitCode: 0,
    Error: '',
    StartedAt: '2026-01-01T00:00:01Z',
  },
  Config: { Image: 'httpd', Env: ['A=1', 'B=x=y', 'EMPTY=', 'BARE'], Labels: null },
  HostConfig: {
    PortBindings: { '80/tcp': [{ HostIp: '', HostPort: '8080' }], '53/udp': null },
    RestartPolicy: { Name: '' },
  },
  NetworkSettings: {
    Ports: {
      '80/tcp': [
        { HostIp: '0.0.0.0', HostPort: '8080' },
        { HostIp: '::', HostPort: '8080' },
      ],
      '443/tcp': null,
    },
    Networks: { bridge: { Aliases: null } },
  },
  Mounts: [
    { Type: 'volume', Name: 'data', Source: '/var/lib/docker/volumes/data', Destination: '/data' },
    { Type: 'bind', Source: '/home/me', Destination: '/me' },
  ],
};

describe('containerFacts', () => {
  const facts = containerFacts(inspected);

  it('removes the slash of the name, and reads every null as empty', () => {
    expect(facts).toMatchObject({
      name: 'apa000ex2',
      command: ['httpd-foreground'],
      labels: {},
      networks: { bridge: [] },
      restart: 'no',
    });
  });

  it('splits variables at the first equals sign', () => {
    expect(facts.environment).toEqual({ A: '1', B: 'x=y', EMPTY: '', BARE: '' });
  });

  it('lists a port once for both address families, and no port that is only exposed', () => {
    expect(facts.ports).toHaveLength(1);
    expect(facts.ports).toMatchObject([{ host: 8080, container: 80, protocol: 'tcp' }]);
    expect(facts.wantedPorts).toEqual([
      { address: '', host: 8080, container: 80, protocol: 'tcp' },
    ]);
  });

  it('names a volume by its name and a folder by its path', () => {
    expect(facts.mounts).toEqual([
      { type: 'volume', source: 'data', target: '/data' },
      { type: 'bind', source: '/home/me', target: '/me' },
    ]);
  });

  it('reads what was typed for a folder from the labels of Docker Desktop', () => {
    const bind = 'desktop.docker.io/binds/0';
    const digest = '/run/desktop/mnt/host/wsl/docker-desktop-bind-mounts/Ubuntu/4d9e39410bba78dc';
    const labels = {
      [`${bind}/Source`]: '/home/me',
      [`${bind}/SourceKind`]: 'wsl2DistroFile',
      [`${bind}/Target`]: '/me',
      'desktop.docker.io/wsl-distro': 'Ubuntu',
    };
    const mountWith = (Labels: Record<string, string>) =>
      containerFacts({
        ...inspected,
        Config: { ...inspected.Config, Labels },
        Mounts: [{ Type: 'bind', Source: digest, Destination: '/me' }],
      }).mounts[0];
    const typed = { path: '/home/me', distribution: 'Ubuntu' };
    expect(mountWith(labels)).toEqual({ type: 'bind', source: digest, target: '/me', typed });
    expect(mountWith({ ...labels, [`${bind}/SourceKind`]: 'hostFile' })?.typed).toEqual({
      path: '/home/me',
      distribution: '',
    });
    expect(mountWith({ ...labels, [`${bind}/Target`]: '/other' })?.typed).toBeUndefined();
  });
});
