import { isLocal, type KubeCluster } from './local';

const cluster = (name: string, provider?: string): KubeCluster => ({
  name,
  cluster: { extensions: provider ? [{ extension: { provider } }] : null },
});
const minikube = 'minikube.sigs.k8s.io';

it.each<[string, string, KubeCluster]>([
  ['minikube', 'https://127.0.0.1:32771', cluster('minikube', minikube)],
  ['my-profile', 'https://127.0.0.1:32771', cluster('my-profile', minikube)],
  ['my-profile', 'https://192.168.49.2:8443', cluster('my-profile', minikube)],
  ['minikube', 'https://localhost:8443', cluster('minikube')],
  ['kind-kind', 'https://127.0.0.1:40123', cluster('kind-kind')],
  ['k3d-book', 'https://0.0.0.0:6550', cluster('k3d-book')],
  ['docker-desktop', 'https://127.0.0.1:6443', cluster('docker-desktop')],
  ['docker-desktop', 'https://kubernetes.docker.internal:6443', cluster('docker-desktop')],
  ['rancher-desktop', 'https://[::1]:6443', cluster('rancher-desktop')],
  ['renamed', 'https://127.0.0.1:40123', cluster('kind-kind')],
])('%s at %s is a cluster of this computer', (context, server, found) => {
  expect(isLocal(context, server, found)).toBe(true);
});

it.each<[string, string, KubeCluster]>([
  ['school', 'https://127.0.0.1:6443', cluster('school')],
  ['default', 'https://localhost:6443', cluster('default')],
  ['kindergarten', 'https://127.0.0.1:6443', cluster('kindergarten')],
  ['school', 'https://[::1]:6443', cluster('school', 'example.com')],
  ['minikube', 'https://203.0.113.7:8443', cluster('minikube', minikube)],
  ['minikube', 'https://10.0.0.1:8443', cluster('minikube')],
])('%s at %s is no cluster of this computer', (context, server, found) => {
  expect(isLocal(context, server, found)).toBe(false);
});
