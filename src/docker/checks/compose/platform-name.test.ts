import { isPlatform, nearestPlatform } from './platform-name';

it.each(['linux/amd64', 'linux/arm64/v8', 'linux/x86_64', 'Linux/AMD64', 'linux', 'arm64'])(
  '`%s` is a platform',
  (name) => {
    expect(isPlatform(name)).toBe(true);
  },
);

it.each([
  ['linux/amd46', 'linux/amd64'],
  ['linux/x86-63', 'linux/x86_64'],
  ['linux/amd64 // M1', 'linux/amd64'],
  ['linux/amd64/v8/x', undefined],
  ['m1', undefined],
  ['windwos', undefined],
])('`%s` is none; near to it is %s', (name, near) => {
  expect(isPlatform(name)).toBe(false);
  expect(nearestPlatform(name)).toBe(near);
});
