import { defineProblem } from '../../core/problem';
import type { OwnLines } from '../../core/shell/command';

const switcher = 'Program Files/Docker/Docker/DockerCli.exe';
const onWindows = `C:\\${switcher.replaceAll('/', '\\')}`;

/** Brings Docker Desktop back to Linux containers; a POSIX shell on Windows' machine is that of WSL. */
const switchLine: OwnLines = {
  bash: `"/mnt/c/${switcher}" -SwitchLinuxEngine`,
  'git-bash': `"/c/${switcher}" -SwitchLinuxEngine`,
  powershell: `& "${onWindows}" -SwitchLinuxEngine`,
  cmd: `"${onWindows}" -SwitchLinuxEngine`,
};

/** The engine runs containers of Windows. */
export const windowsContainers = defineProblem(
  'windows-containers',
  () => ({
    message: {
      ko: 'Docker Desktop이 Windows 컨테이너를 실행하도록 바뀌어 있습니다. 책의 이미지는 모두 리눅스 컨테이너입니다.',
      en: 'Docker Desktop is set to Windows containers; all images of the book are Linux containers.',
    },
    remedy: {
      ko: '작업 표시줄 오른쪽의 고래 아이콘을 오른쪽 단추로 누르고 `Switch to Linux containers...`를 고르거나, 이렇게 바꿉니다. 바뀌는 데 1분쯤 걸립니다:',
      en: 'Right-click the whale in the taskbar and choose `Switch to Linux containers...`, or do it like this; it takes about a minute:',
      commands: [switchLine],
    },
  }),
  { kind: 'cannot-tell' },
);
