import { commandAnswers } from '../../src/docker/checks/command-answers';
import { composePluginAnswers } from '../../src/docker/checks/compose/plugin';
import type { ComputerProbe } from '../lab';

/** the commands of the book, looked up from the terminal. */
export const commandsLab: ComputerProbe = {
  id: 'app-commands',
  section: 'A-07, A-08',
  title: { ko: '책의 명령 찾아보기', en: "Look up the book's commands" },
  platform: 'machine',
  of: 'computer',
  commands: ['docker --version', 'docker compose version', 'kubectl version --client'],
  task: [
    {
      ko: '터미널에 `docker --version`, `docker compose version`, `kubectl version --client`를 하나씩 입력합니다. 셋 다 버전이 나와야 책의 명령을 모두 쓸 수 있습니다.',
      en: 'Type `docker --version`, `docker compose version` and `kubectl version --client`, one after the other. All three tell a version; then every command of the book can be used.',
    },
    {
      ko: '모르는 명령이 나오면 `dkkb show app-commands run`처럼 뒤에 단어를 붙여 찾습니다. 명령(`run`), 옵션(`-p`), 우리말(`삭제`, `볼륨`) 어느 것이든 됩니다.',
      en: 'Look up what you do not know with a word after it, as in `dkkb show app-commands run`: a command (`run`), an option (`-p`), or an English word (`remove`, `volume`).',
    },
  ],
  hint: {
    ko: '`docker`와 `docker compose`는 도커와 함께 설치됩니다. 리눅스에서 `kubectl`은 `scripts/install-kubectl.sh`로 설치합니다.',
    en: '`docker` and `docker compose` are installed with Docker; on Linux `scripts/install-kubectl.sh` installs `kubectl`.',
  },
  checks: [
    commandAnswers('docker --version'),
    composePluginAnswers(),
    commandAnswers('kubectl version --client'),
  ],
};
