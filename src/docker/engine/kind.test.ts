import { kindOf } from './kind';

const plain = {
  endpoint: 'unix:///var/run/docker.sock',
  name: 'kim-laptop',
  system: 'Ubuntu 24.04.1 LTS',
  folder: '/var/lib/docker',
};

it.each([
  ['other', {}],
  ['other', { endpoint: 'tcp://192.0.2.1:2375' }],
  ['snap', { folder: '/var/snap/docker/common/var-lib-docker' }],
  ['colima', { name: 'colima' }],
  ['colima', { name: 'colima-study' }],
  ['colima', { endpoint: 'unix:///Users/kim/.colima/default/docker.sock' }],
  ['colima', { endpoint: 'unix:///Users/kim/.config/colima/default/docker.sock' }],
  ['lima', { name: 'lima-docker' }],
  ['lima', { endpoint: 'unix:///Users/kim/.lima/docker/sock/docker.sock' }],
  ['rancher', { system: 'Rancher Desktop WSL Distribution' }],
  ['rancher', { endpoint: 'unix:///Users/kim/.rd/docker.sock' }],
  ['desktop', { name: 'docker-desktop', system: 'Docker Desktop' }],
  ['other', { name: 'my-colima-server' }],
])('is %s by %j', (kind, told) => {
  expect(kindOf({ ...plain, ...told })).toBe(kind);
});
