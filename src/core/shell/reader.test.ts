import { shellIn } from './reader';

const system =
  'C:\\Program Files\\WindowsPowerShell\\Modules;C:\\WINDOWS\\system32\\WindowsPowerShell\\v1.0\\Modules';
const seven = 'c:\\program files\\powershell\\7\\Modules;C:\\Program Files\\PowerShell\\Modules';

const on = (platform: NodeJS.Platform, env: NodeJS.ProcessEnv, ...parents: readonly string[]) =>
  shellIn({ platform, env, parents: () => parents });

it.each([
  ['cmd', { PSModulePath: system }],
  ['cmd', {}],
  [
    'powershell',
    { PSModulePath: `C:\\Users\\kim\\Documents\\WindowsPowerShell\\Modules;${system}` },
  ],
  ['powershell', { PSModulePath: `D:\\문서\\WindowsPowerShell\\Modules;${system}` }],
  [
    'powershell',
    { PSModulePath: `C:\\Users\\kim\\Documents\\PowerShell\\Modules;${seven};${system}` },
  ],
  ['git-bash', { MSYSTEM: 'MINGW64', PSModulePath: system }],
  ['powershell', { DKKB_SHELL: 'powershell', MSYSTEM: 'MINGW64' }],
  ['cmd', { DKKB_SHELL: 'fish', PSModulePath: system }],
])('on Windows, %s is told by %j', (shell, env) => {
  expect(on('win32', env)).toBe(shell);
});

it.each([
  ['bash', ['bash']],
  ['bash', ['node', 'zsh']],
  ['bash', []],
  ['powershell', ['pwsh']],
])('elsewhere, %s is told by the programs %j', (shell, parents) => {
  expect(on('linux', {}, ...parents)).toBe(shell);
  expect(on('linux', { DKKB_SHELL: 'cmd' }, ...parents)).toBe('cmd');
});
