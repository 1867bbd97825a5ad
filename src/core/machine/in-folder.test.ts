import { join } from 'node:path';

import { fromFolder, inFolder } from './in-folder';

it('a folder of Linux keeps its slashes, whatever system asks', () => {
  expect(inFolder('/home/kim', 'com_folder/a.yml')).toBe('/home/kim/com_folder/a.yml');
  expect(inFolder('/home/kim', 'com_folder', '..', 'a.yml')).toBe('/home/kim/a.yml');
  expect(fromFolder('/home/kim', '/home/kim/com_folder/a.yml')).toBe('com_folder/a.yml');
});

it('a folder of this machine is written in its own way', () => {
  expect(inFolder(__dirname, 'a/b')).toBe(join(__dirname, 'a', 'b'));
  expect(fromFolder(__dirname, join(__dirname, 'a', 'b'))).toBe(join('a', 'b'));
});
