import { dockerAnswers } from '../../src/computer/checks/docker';
import { fitsDocker, hasSystem } from '../../src/computer/checks/system';
import type { ComputerProbe } from '../lab';

const commands = ['docker version'];

/** Docker Desktop on Windows. */
export const windows: ComputerProbe = {
  id: 'app-windows',
  section: 'A-01',
  title: { ko: 'Windows에 Docker Desktop 설치하기', en: 'Docker Desktop on Windows' },
  platform: 'machine',
  of: 'computer',
  onlyOn: 'windows',
  commands,
  task: [
    {
      ko: 'Windows가 64비트이고, 프로세서의 가상화 기능이 켜져 있고, WSL(버전 2)이 설치되어 있는지 확인합니다.',
      en: "See that Windows has 64 bits, that the processor's virtualization is on, and that WSL 2 is installed.",
    },
    {
      ko: 'Docker Desktop을 설치하고 한 번 실행합니다.',
      en: 'Install Docker Desktop and start it once.',
    },
    {
      ko: '새 터미널을 열고 `docker version` 명령을 입력합니다. 클라이언트와 엔진의 버전이 모두 나오면 됩니다.',
      en: 'Open a new terminal and type `docker version`: the client and the engine both answer.',
    },
  ],
  hint: {
    ko: '가상화가 켜졌는지는 작업 관리자의 [성능] > [CPU]에서 볼 수 있습니다. WSL은 `wsl --version` 명령으로 봅니다.',
    en: 'The Task Manager shows under Performance > CPU whether virtualization is on. `wsl --version` shows WSL.',
  },
  checks: [
    hasSystem('windows'),
    fitsDocker(
      {
        ko: 'Docker Desktop에 필요한 것: 버전, 가상화, WSL 2',
        en: 'What Docker Desktop needs: version, virtualization, WSL 2',
      },
      async (context) => (await import('../../src/computer/checks/needs')).windowsProblems(context),
    ),
    dockerAnswers(),
  ],
};
