import { failureFrom } from './refusals';
import { lastLine } from '../../core/failure';

const socket = 'unix:///var/run/docker.sock';

// What engines, clients and registries of different ages say, word for word.
const said: readonly [string, Readonly<Record<string, string>>, string][] = [
  [
    'socket-denied',
    { endpoint: socket },
    `Got permission denied while trying to connect to the Docker daemon socket at ${socket}: Get "http://%2Fvar%2Frun%2Fdocker.sock/v1.24/containers/json": dial unix /var/run/docker.sock: connect: permission denied`,
  ],
  ['socket-denied', {}, `permission denied while trying to connect to the docker API at ${socket}`],
  [
    'engine-not-running',
    { endpoint: socket },
    `Cannot connect to the Docker daemon at ${socket}. Is the docker daemon running?`,
  ],
  [
    'engine-not-running',
    { endpoint: socket },
    `failed to connect to the docker API at ${socket}; check if the path is correct and if the daemon is running: dial unix /var/run/docker.sock: connect: no such file or directory`,
  ],
  [
    'engine-not-running',
    {},
    'error during connect: Get "http://%2F%2F.%2Fpipe%2FdockerDesktopLinuxEngine/v1.47/version": open //./pipe/dockerDesktopLinuxEngine: The system cannot find the file specified.',
  ],
  [
    'wsl-integration-off',
    {},
    "The command 'docker' could not be found in this WSL 2 distro.\nWe recommend to activate the WSL integration in Docker Desktop settings.",
  ],
  ...['Access is denied.', '액세스가 거부되었습니다.'].map(
    (line): [string, Record<string, string>, string] => [
      'socket-denied',
      {},
      `error during connect: in the default daemon configuration on Windows, the docker client must be run with elevated privileges to connect: Get "http://%2F%2F.%2Fpipe%2Fdocker_engine/v1.24/version": open //./pipe/docker_engine: ${line}`,
    ],
  ),
  [
    'engine-not-running',
    {},
    'failed to connect to the docker API at npipe:////./pipe/dockerDesktopLinuxEngine; check if the path is correct and if the daemon is running: open //./pipe/dockerDesktopLinuxEngine: 지정된 파일을 찾을 수 없습니다.',
  ],
  ['compose-missing', {}, "docker: 'compose' is not a docker command.\nSee 'docker --help'"],
  [
    'compose-missing',
    {},
    "docker: unknown command: docker compose\n\nRun 'docker --help' for more",
  ],
  ['compose-missing', {}, "unknown flag: --file\nSee 'docker --help'."],
  [
    'disk-full',
    {},
    'failed to register layer: Error processing tar file(exit status 1): write /usr/lib/libc.so: no space left on device',
  ],
  [
    'registry-limit',
    {},
    'Error response from daemon: toomanyrequests: You have reached your pull rate limit. You may increase the limit by authenticating and upgrading: https://www.docker.com/increase-rate-limit',
  ],
  [
    'registry-limit',
    {},
    'unexpected status from HEAD request to https://registry-1.docker.io/v2/library/httpd/manifests/latest: 429 Too Many Requests',
  ],
  [
    'registry-unreachable',
    {},
    'Error response from daemon: Get "https://registry-1.docker.io/v2/": dial tcp: lookup registry-1.docker.io on 127.0.0.53:53: no such host',
  ],
  [
    'registry-unreachable',
    {},
    'Error response from daemon: Get "https://registry-1.docker.io/v2/": net/http: request canceled while waiting for connection (Client.Timeout exceeded while awaiting headers)',
  ],
  [
    'image-missing',
    {},
    'Error response from daemon: manifest for httpd:9.9 not found: manifest unknown: manifest unknown',
  ],
  [
    'image-missing',
    {},
    "docker: Error response from daemon: pull access denied for htpd, repository does not exist or may require 'docker login': denied: requested access to the resource is denied.\nSee 'docker run --help'.",
  ],
  [
    'image-missing',
    {},
    'Error response from daemon: failed to resolve reference "docker.io/library/httpd:9.9": docker.io/library/httpd:9.9: not found',
  ],
  [
    'image-wrong-platform',
    { platform: 'linux/arm64' },
    'no matching manifest for linux/arm64/v8 in the manifest list entries',
  ],
  ['image-wrong-platform', {}, 'no match for platform in manifest: not found'],
  [
    'name-in-use',
    { name: 'apa000ex2', by: '3c7f74221a7b' },
    'docker: Error response from daemon: Conflict. The container name "/apa000ex2" is already in use by container "3c7f74221a7b". You have to remove (or rename) that container to be able to reuse that name.',
  ],
  ...[
    'driver failed programming external connectivity on endpoint a (5f): Bind for 0.0.0.0:8080 failed: port is already allocated.',
    'failed to set up container networking: driver failed programming external connectivity on endpoint a (5f): Bind for :::8080 failed: port is already allocated',
    'Error starting userland proxy: listen tcp4 0.0.0.0:8080: bind: address already in use.',
    'failed to bind host port for 0.0.0.0:8080:172.17.0.2:80/tcp: address already in use',
    'failed to bind host port 0.0.0.0:8080/tcp: address already in use',
    'Ports are not available: exposing port TCP 0.0.0.0:8080 -> 127.0.0.1:0: listen tcp 0.0.0.0:8080: bind: address already in use',
    'Ports are not available: exposing port TCP 0.0.0.0:8080 -> 127.0.0.1:0: listen tcp 0.0.0.0:8080: bind: 각 소켓 주소(프로토콜/네트워크 주소/포트)는 하나만 사용할 수 있습니다.',
  ].map((line): [string, Record<string, string>, string] => [
    'port-in-use',
    { port: '8080' },
    line,
  ]),
  ...[
    'An attempt was made to access a socket in a way forbidden by its access permissions.',
    '액세스 권한에 의해 숨겨진 소켓에 액세스를 시도했습니다.',
  ].flatMap((line): [string, Record<string, string>, string][] =>
    ['', 'exposing port TCP 0.0.0.0:8085 -> 127.0.0.1:0: '].map((before) => [
      'port-reserved',
      { port: '8085' },
      `Error response from daemon: Ports are not available: ${before}listen tcp 0.0.0.0:8085: bind: ${line}`,
    ]),
  ),
  ...[' -> 127.0.0.1:0:', ''].map((to): [string, Record<string, string>, string] => [
    'port-unavailable',
    { port: '8085' },
    `docker: Error response from daemon: ports are not available: exposing port TCP 0.0.0.0:8085${to} /forwards/expose returned unexpected status: 500`,
  ]),
  ['command-failed', {}, 'something that nobody has heard of'],
];

describe('failureFrom', () => {
  it.each(said)('knows %s %j in: %s', (code, values, line) => {
    const failure = failureFrom(`an earlier line\n${line}\n`, { image: 'httpd' });
    expect(failure.code).toBe(code);
    expect(failure.values).toMatchObject({ ...values, image: 'httpd' });
    expect(line).toContain(failure.values['said']);
  });

  it('gives an empty text for an empty error output', () => {
    expect(failureFrom('')).toMatchObject({ code: 'command-failed', values: { said: '' } });
  });
});

describe('lastLine', () => {
  it('skips advice and empty lines', () => {
    expect(lastLine("docker: no.\n\nSee 'docker run --help'.\n")).toBe('docker: no.');
    expect(lastLine("docker: no.\n\nRun 'docker run --help' for more information\n")).toBe(
      'docker: no.',
    );
    expect(lastLine('\n\n')).toBe('');
  });
});
