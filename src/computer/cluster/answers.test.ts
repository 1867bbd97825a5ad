import { minikubeStateIn, minikubeVersionIn, skewOf, versionsIn } from './answers';

// After the documentation of kubectl and Minikube, and reports of their users.
const kubectl = (client: string, server?: string) =>
  JSON.stringify({
    clientVersion: { major: '1', gitVersion: client },
    kustomizeVersion: 'v5.5.0',
    ...(server ? { serverVersion: { gitVersion: server } } : {}),
  });

it.each([
  [kubectl('v1.32.4', 'v1.33.1'), 1],
  [kubectl('v1.32.4-dispatcher', 'v1.27.3-gke.100'), 5],
  [kubectl('v1.32.4'), undefined],
  ['', undefined],
  ['{"clientVersion":{"gitVersion":"\\u001b[2J"}}', undefined],
])('%j has a skew of %j', (said, skew) => {
  expect(skewOf(versionsIn(said))).toBe(skew);
});

it.each([
  ['{"commit":"248d1ec5b","minikubeVersion":"v1.35.0"}', 'v1.35.0'],
  ['minikube version: v1.26.1\ncommit: 62e108c3dfdec8029a890ad6d8ef96b6461426dc', 'v1.26.1'],
  ['garbage', undefined],
])('reads the version of Minikube in %j', (said, version) => {
  expect(minikubeVersionIn(said)).toBe(version);
});

const status = (host: string, server: string) =>
  JSON.stringify({ Name: 'minikube', Host: host, Kubelet: server, APIServer: server });

it.each([
  [status('Running', 'Running'), 0, 'Running'],
  [status('Running', 'Paused'), 2, 'Paused'],
  [status('Stopped', 'Stopped'), 7, 'Stopped'],
  [status('Nonexistent', 'Nonexistent'), 7, ''],
  ['{"type":"io.k8s.sigs.minikube.error","data":{"exitcode":"85"}}', 85, ''],
  [`[${status('Running', 'Running')},${status('Stopped', 'Stopped')}]`, 0, 'Running'],
  ['', 1, undefined],
  ['{"Host":"\\u001b[2J"}', 0, undefined],
])('the state in %j with exit code %s is %j', (said, code, state) => {
  expect(minikubeStateIn(said, code)).toBe(state);
});
