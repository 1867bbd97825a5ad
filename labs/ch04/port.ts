import { answers } from '../../src/docker/checks/http';
import { runsAsDescribed } from '../../src/docker/checks/container';
import { images } from '../../src/core/images';
import type { EngineState } from '../../src/docker/model/exercise';
import type { DockerLab } from '../../src/docker/lab';
import { apacheDefaultPage } from '../shared/pages';
import { containerTasks } from '../shared/container-task';
import { pageTasks } from '../shared/page-task';

const solution: EngineState = {
  services: { apa000ex2: { image: images.httpd, ports: ['8080:80'] } },
};

/** 4-04: one Apache container, reached from the browser. */
export const port: DockerLab = {
  id: 'ch04-port',
  section: '4-04',
  title: { ko: '포트를 연결해 컨테이너와 통신하기', en: 'Reach a container through a port' },
  platform: 'docker',
  task: [
    ...containerTasks(solution),
    ...pageTasks(solution.services?.['apa000ex2'], apacheDefaultPage),
  ],
  hint: {
    ko: '`docker run`의 `-p` 옵션은 `호스트 포트:컨테이너 포트` 순서로 씁니다.',
    en: 'The option `-p` of `docker run` is written `host port:container port`.',
  },
  setup: {},
  solution,
  checks: [runsAsDescribed('apa000ex2'), answers('apa000ex2', apacheDefaultPage)],
};
