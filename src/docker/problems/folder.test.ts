import { commandOf } from '../../core/shell/command';
import type { Shell } from '../../core/shell/shells';
import { otherMachine, type System } from '../../core/system';
import { folderEmpty, folderMissing, folderNotShared } from './folder';

const remove = commandOf('docker', 'rm', '-f', 'apa000ex20');
const run = commandOf('docker', 'run', '-v', '$PWD/apa_folder:/usr/local/apache2/htdocs', 'httpd');
const values = { name: 'apa000ex20', target: '/usr/local/apache2/htdocs', remove, run };
const on = (system: System, shell: Shell, elsewhere?: string) => ({
  ...otherMachine,
  system,
  shell,
  elsewhere,
});

it.each<[string, Shell, readonly string[]]>([
  [
    'Z:\\study\\apa_folder',
    'cmd',
    ['cd /d "%USERPROFILE%"', 'xcopy /e /i Z:\\study\\apa_folder apa_folder'],
  ],
  [
    'Z:\\내 실습\\apa_folder',
    'powershell',
    ['cd ~', "Copy-Item -Recurse 'Z:\\내 실습\\apa_folder' ."],
  ],
  [
    '\\\\server\\share\\apa_folder',
    'cmd',
    ['cd /d "%USERPROFILE%"', 'xcopy /e /i \\\\server\\share\\apa_folder apa_folder'],
  ],
])(
  'a folder on another drive of Windows, %s, is copied to one that the engine sees',
  (path, shell, first) => {
    const problem = folderNotShared({ ...values, path, engine: 'desktop' });
    const { message, remedy } = problem.describe(on('windows', shell, 'Z:\\study'));
    expect(message.ko).toContain(path);
    expect(remedy.commands?.slice(0, 2)).toEqual(first);
    expect(remedy.commands).toHaveLength(4);
  },
);

it('a folder on C: asks where the engine runs', () => {
  const problem = folderNotShared({
    ...values,
    path: 'C:\\Users\\kim\\apa_folder',
    engine: 'other',
  });
  expect(problem.describe(on('windows', 'cmd')).remedy.commands?.[0]).toBe('docker context ls');
});

it('a folder that is missing is made, or found under nearly that name', () => {
  const [folder, dir] = ['apa_folder', '/home/kim'];
  const made = folderMissing({ folder, dir, needs: folder });
  expect(made.describe(on('windows', 'cmd')).remedy.commands).toEqual(['mkdir apa_folder']);
  const near = folderMissing({ folder, dir, needs: folder, misspelt: 'apa-folder' });
  const { message, remedy } = near.describe(on('debian', 'bash'));
  expect(message.en).toContain('`apa-folder`');
  expect(remedy.commands).toEqual(['mv apa-folder apa_folder']);
});

it('in an empty folder, a page is written', () => {
  const problem = folderEmpty({ folder: 'apa_folder', dir: '/home/kim' });
  expect(problem.describe(on('macos', 'bash')).remedy.commands).toEqual([
    'nano apa_folder/index.html',
  ]);
});
