import { podmanIn } from './podman';

it.each([
  ['podman version 4.9.3', '4.9.3'],
  ['Client:       Podman Engine\nVersion:      5.2.1\nAPI Version:  5.2.1', '5.2.1'],
  [
    'Server: linux/amd64/ubuntu-22.04\n Podman Engine:\n  Version:          4.6.2\n  APIVersion: 4.6.2',
    '4.6.2',
  ],
  ['Emulate Docker CLI using podman. Create /etc/containers/nodocker to quiet msg.', ''],
])('Podman is known by its own words: %j', (said, version) => {
  expect(podmanIn(said)).toBe(version);
});

it.each([
  'Docker version 28.5.1, build e180ab8',
  'Client: Docker Engine - Community\n Version: 28.5.1',
  '',
])('Docker is not Podman: %j', (said) => expect(podmanIn(said)).toBeUndefined());
