import { mountIn, stateIn, stepIn } from './folder';
import { workingFolder } from '../../core/shell/command';
import { wordFor } from '../../core/shell/render';

it('makes the folder of a mount absolute, and leaves volumes and absolute paths as they are', () => {
  expect(mountIn('./apa_folder:/htdocs', '/home/내 폴더')).toBe('/home/내 폴더/apa_folder:/htdocs');
  expect(mountIn('apa000vol1:/htdocs', '/home/me')).toBe('apa000vol1:/htdocs');
  expect(mountIn('/srv:/htdocs', '/home/me')).toBe('/srv:/htdocs');
});

it('changes only the mounts of a state', () => {
  const state = { services: { a: { image: 'httpd', volumes: ['./b:/b'] }, c: { image: 'nginx' } } };
  expect(stateIn(state, '/x')).toEqual({
    services: { a: { image: 'httpd', volumes: ['/x/b:/b'] }, c: { image: 'nginx' } },
  });
});

it('puts a folder with a dollar sign into a step as it is', () => {
  expect(stepIn(['-v', `${workingFolder}:/saki`], '/a$&b')).toEqual(['-v', '/a$&b:/saki']);
});

it('quotes words so that a shell expands the working folder and nothing else', () => {
  expect(wordFor('bash', '$PWD/apa_folder:/htdocs')).toBe('"$PWD/apa_folder:/htdocs"');
  expect(wordFor('bash', '$PWD/$(id)')).toBe("'$PWD/$(id)'");
  expect(wordFor('bash', 'my page.html')).toBe("'my page.html'");
});
