import type { System } from '../../core/system';
import { isSameFolder, ownFolder } from './host-path';

const digest = '4d9e39410bba78dc';

it.each([
  ['/run/desktop/mnt/host/c/Users/kim/apa_folder', 'C:\\Users\\kim\\apa_folder'],
  ['/run/desktop/mnt/host/d/도커 실습/apa_folder', 'D:\\도커 실습\\apa_folder'],
  ['/tmp/docker-desktop-root/run/desktop/mnt/host/c/a', 'C:\\a'],
  ['/mnt/host/e/a', 'E:\\a'],
  ['/host_mnt/c/Users/kim/apa_folder', 'C:\\Users\\kim\\apa_folder'],
  ['C:\\Users\\kim\\apa_folder', 'C:\\Users\\kim\\apa_folder'],
  ['c:\\Users\\kim', 'C:\\Users\\kim'],
  ['c:/Users/kim/', 'C:\\Users\\kim'],
  ['\\\\?\\C:\\Users\\kim', 'C:\\Users\\kim'],
  ['//c/Users/kim', 'C:\\Users\\kim'],
  ['/c/Users/kim', 'C:\\Users\\kim'],
  ['/mnt/c/Users/kim', 'C:\\Users\\kim'],
  ['/run/desktop/mnt/host/c', 'C:\\'],
  ['\\\\wsl$\\Ubuntu\\home\\kim', '\\\\wsl.localhost\\Ubuntu\\home\\kim'],
  ['//wsl.localhost/Ubuntu/home/kim', '\\\\wsl.localhost\\Ubuntu\\home\\kim'],
  ['/home/kim', '/home/kim'],
])('on Windows, %s is %s', (source, path) => {
  expect(ownFolder(source, 'windows')).toEqual({ path });
});

it.each([
  ['/run/desktop/mnt/host/c/Users/kim', '/mnt/c/Users/kim'],
  ['C:\\Users\\kim', '/mnt/c/Users/kim'],
  ['/host_mnt/D/a', '/mnt/d/a'],
  ['/mnt/c/Users/kim', '/mnt/c/Users/kim'],
  ['\\\\wsl$\\Ubuntu\\home\\kim', '/home/kim'],
  ['/home/kim', '/home/kim'],
])('in WSL, %s is %s', (source, path) => {
  expect(ownFolder(source, 'wsl')).toEqual({ path });
});

it.each([
  ['macos', '/host_mnt/Users/kim/apa_folder', '/Users/kim/apa_folder'],
  ['macos', '/Users/kim/apa_folder', '/Users/kim/apa_folder'],
  ['debian', '/host_mnt/home/kim', '/home/kim'],
  ['debian', '/mnt/c/a', '/mnt/c/a'],
  ['debian', '/c/a', '/c/a'],
] as const)('on %s, %s is %s', (system, source, path) => {
  expect(ownFolder(source, system)).toEqual({ path });
});

it.each(['windows', 'wsl'] as const)('on %s, a digest tells only the distribution', (system) => {
  for (const root of ['/run/desktop/mnt/host', '/mnt/host', '/mnt'])
    expect(ownFolder(`${root}/wsl/docker-desktop-bind-mounts/Ubuntu/${digest}`, system)).toEqual({
      distribution: 'Ubuntu',
    });
});

it.each<[System, string, string, boolean]>([
  ['windows', 'C:\\Users\\Kim\\apa_folder', 'c:/users/kim/apa_folder/', true],
  ['windows', 'C:\\Users\\kim', 'D:\\Users\\kim', false],
  ['wsl', '/mnt/c/Users/Kim', '/mnt/c/users/kim', true],
  ['wsl', '/home/Kim', '/home/kim', false],
  ['macos', '/private/tmp/a', '/tmp/A', true],
  ['macos', '/Users/kim/\uAC00', '/Users/kim/\u1100\u1161', true],
  ['debian', '/home/kim/', '/home/kim', true],
  ['debian', '/home/Kim', '/home/kim', false],
])('on %s, %s and %s are one folder: %s', (system, one, other, isSame) => {
  expect(isSameFolder(one, other, system)).toBe(isSame);
});
