import { composeAnswers } from '../../src/docker/checks/compose/plugin';
import type { DockerProbe } from '../lab';

const commands = ['docker compose version'];

/** 7-02: Docker Compose, today a plugin of the docker command. */
export const composeInstall: DockerProbe = {
  id: 'ch07-install',
  section: '7-02',
  title: { ko: '도커 컴포즈 확인하기', en: 'Docker Compose is there' },
  platform: 'machine',
  of: 'docker',
  commands,
  task: commands.map((command) => ({
    ko: `터미널에 \`${command}\` 명령을 입력합니다. 버전이 나오면 됩니다.`,
    en: `Type \`${command}\`; it answers with its version.`,
  })),
  hint: {
    ko: '책의 `pip3 install docker-compose`는 이제 쓰지 않습니다. 요즘 컴포즈는 `docker compose`로 쓰는 플러그인이며 도커와 함께 설치됩니다.',
    en: "The book's `pip3 install docker-compose` is gone: Compose is a plugin today, used as `docker compose` and installed with Docker.",
  },
  checks: [composeAnswers()],
};
