import { commandAnswers } from '../../src/docker/checks/command-answers';
import type { DockerProbe } from '../lab';

const commands = ['docker version'];

/** 3-03: the terminal, the client and the engine. */
export const terminal: DockerProbe = {
  id: 'ch03-terminal',
  section: '3-03',
  title: { ko: '터미널에서 도커 확인하기', en: 'Docker from the terminal' },
  platform: 'machine',
  of: 'docker',
  commands,
  task: [
    {
      ko: '터미널을 열고 `docker version` 명령을 입력합니다. 클라이언트와 엔진의 버전이 모두 나와야 합니다.',
      en: 'Open a terminal and type `docker version`: the client and the engine both answer.',
    },
  ],
  hint: {
    ko: '엔진 쪽 버전이 나오지 않으면 도커가 실행 중이 아닙니다. 무엇을 할지는 `dkkb doctor` 명령이 알려 줍니다.',
    en: 'Without an engine version Docker is not running; `dkkb doctor` says what to do.',
  },
  checks: commands.map(commandAnswers),
};
