import { browsersOf } from './browsers';

it('looks on Windows for Edge and then Chrome, where each of them may be installed', () => {
  const env = {
    'ProgramFiles(x86)': 'C:\\Program Files (x86)',
    ProgramFiles: 'C:\\Program Files',
    ProgramW6432: 'C:\\Program Files',
    LOCALAPPDATA: 'D:\\Users\\김 선생\\AppData\\Local',
  };
  expect(browsersOf('win32', env)).toEqual([
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
    'D:\\Users\\김 선생\\AppData\\Local\\Microsoft\\Edge\\Application\\msedge.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'D:\\Users\\김 선생\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe',
  ]);
  expect(browsersOf('win32', {})).toEqual([]);
});

it('looks on Linux only on the PATH, and on macOS in its own folder too', () => {
  expect(browsersOf('linux', {}).filter((program) => program.includes('/'))).toEqual([]);
  expect(browsersOf('darwin', {}).filter((program) => program.startsWith('/'))).toHaveLength(2);
});
