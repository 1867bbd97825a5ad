import { vboxPlaces } from './find';

it('VBoxManage is looked for where the installer of Windows puts it', () => {
  const env = { ProgramFiles: 'C:\\Program Files', ProgramW6432: 'C:\\Program Files' };
  expect(vboxPlaces('win32', env)).toEqual([
    'C:\\Program Files\\Oracle\\VirtualBox\\VBoxManage.exe',
  ]);
  const moved = { ...env, VBOX_MSI_INSTALL_PATH: 'D:\\한글 폴더\\VirtualBox\\' };
  expect(vboxPlaces('win32', moved)[0]).toBe('D:\\한글 폴더\\VirtualBox\\VBoxManage.exe');
});

it('and in the application of macOS; on Linux it is on the PATH', () => {
  expect(vboxPlaces('darwin', {})).toEqual([
    '/Applications/VirtualBox.app/Contents/MacOS/VBoxManage',
  ]);
  expect(vboxPlaces('linux', {})).toEqual([]);
});
