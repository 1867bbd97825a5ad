import { dockerAnswers, worksWithoutSudo } from '../../src/computer/checks/docker';
import { fitsDocker, hasSystem, whereNoneAnswers } from '../../src/computer/checks/system';
import type { ComputerProbe } from '../lab';

const commands = ['docker version'];

/** Docker on Ubuntu or Debian, without sudo. */
export const linuxDocker: ComputerProbe = {
  id: 'app-linux-docker',
  section: 'A-03',
  title: { ko: '리눅스에 도커 설치하기', en: 'Docker on Linux' },
  platform: 'machine',
  of: 'computer',
  onlyOn: 'linux',
  commands,
  task: [
    {
      ko: '리눅스(우분투, 데비안)에 도커를 설치합니다.',
      en: 'Install Docker on Linux (Ubuntu, Debian).',
    },
    {
      ko: '내 사용자를 docker 그룹에 넣고, 로그아웃했다가 다시 로그인합니다.',
      en: 'Put your user into the group docker, then log out and in again.',
    },
    {
      ko: '`sudo` 없이 `docker version` 명령을 입력합니다. 클라이언트와 엔진의 버전이 모두 나오면 됩니다.',
      en: 'Type `docker version` without `sudo`: the client and the engine both answer.',
    },
  ],
  hint: {
    ko: '`scripts/install-docker.sh` 스크립트가 우분투와 데비안에 도커를 설치하고 사용자를 그룹에 넣습니다.',
    en: '`scripts/install-docker.sh` installs Docker on Ubuntu and Debian, and puts your user into the group.',
  },
  checks: [
    hasSystem('linux'),
    fitsDocker(
      {
        ko: '도커 엔진에 필요한 것: 64비트, 프로세서의 종류',
        en: 'What the Docker Engine needs: 64 bits, the kind of processor',
      },
      whereNoneAnswers(async (context) =>
        (await import('../../src/computer/checks/needs')).linuxProblems(context),
      ),
    ),
    dockerAnswers(),
    worksWithoutSudo(),
  ],
};
