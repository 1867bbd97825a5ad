import { wasCreated, wasRemoved, wasStarted, wasStopped } from '../../src/docker/checks/history';
import { images } from '../../src/core/images';
import type { EngineState } from '../../src/docker/model/exercise';
import type { DockerLab } from '../../src/docker/lab';
import { containerTasks } from '../shared/container-task';

const transient: EngineState = { services: { apa000ex1: { image: images.httpd } } };

/** 4-03: one container from its creation to its removal. */
export const lifecycle: DockerLab = {
  id: 'ch04-lifecycle',
  section: '4-03',
  title: { ko: '컨테이너의 생성부터 삭제까지', en: 'A container from creation to removal' },
  platform: 'docker',
  task: [
    ...containerTasks(transient),
    {
      ko: '`docker ps`로 실행 중인 것을 확인하고 멈춥니다.',
      en: 'See with `docker ps` that it runs, then stop it.',
    },
    {
      ko: '`docker ps -a`로 멈춘 것을 확인하고 삭제합니다. 끝나면 이 컨테이너는 남아 있지 않아야 합니다.',
      en: 'See with `docker ps -a` that it stopped, then remove it. At the end it is gone.',
    },
  ],
  hint: {
    ko: '`docker run` → `docker stop` → `docker rm` 순서입니다. 실행 중인 컨테이너는 바로 삭제되지 않습니다.',
    en: 'The order is `docker run`, `docker stop`, `docker rm`; a running container is not removed as it is.',
  },
  setup: {},
  transient,
  solution: {},
  checks: [
    wasCreated('apa000ex1'),
    wasStarted('apa000ex1'),
    wasStopped('apa000ex1'),
    wasRemoved('apa000ex1'),
  ],
};
