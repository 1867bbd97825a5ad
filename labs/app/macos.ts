import { dockerAnswers } from '../../src/computer/checks/docker';
import { fitsDocker, hasSystem } from '../../src/computer/checks/system';
import type { ComputerProbe } from '../lab';

const commands = ['docker version'];

/** Docker Desktop on a Mac. */
export const macos: ComputerProbe = {
  id: 'app-macos',
  section: 'A-02',
  title: { ko: 'macOS에 Docker Desktop 설치하기', en: 'Docker Desktop on macOS' },
  platform: 'machine',
  of: 'computer',
  onlyOn: 'macos',
  commands,
  task: [
    {
      ko: '프로세서가 애플 것인지 인텔 것인지, macOS의 버전이 몇인지 확인합니다.',
      en: 'See whether the processor is from Apple or Intel, and which version of macOS it is.',
    },
    {
      ko: '그 프로세서에 맞는 Docker Desktop을 설치하고 한 번 실행합니다.',
      en: 'Install the Docker Desktop for that processor and start it once.',
    },
    {
      ko: '새 터미널을 열고 `docker version` 명령을 입력합니다. 클라이언트와 엔진의 버전이 모두 나오면 됩니다.',
      en: 'Open a new terminal and type `docker version`: the client and the engine both answer.',
    },
  ],
  hint: {
    ko: '화면 왼쪽 위의 애플 메뉴에서 [이 Mac에 관하여]를 고르면 프로세서와 버전이 나옵니다.',
    en: 'Choose About This Mac in the Apple menu at the top left: it shows the processor and the version.',
  },
  checks: [
    hasSystem('macos'),
    fitsDocker(
      {
        ko: 'Docker Desktop에 필요한 것: 버전, 가상화, 메모리',
        en: 'What Docker Desktop needs: version, virtualization, memory',
      },
      async (context) => (await import('../../src/computer/checks/needs')).macProblems(context),
    ),
    dockerAnswers(),
  ],
};
