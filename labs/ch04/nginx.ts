import { answers } from '../../src/docker/checks/http';
import { runsAsDescribed } from '../../src/docker/checks/container';
import { images } from '../../src/core/images';
import type { EngineState } from '../../src/docker/model/exercise';
import type { DockerLab } from '../../src/docker/lab';
import { nginxWelcomePage } from '../shared/pages';
import { containerTasks } from '../shared/container-task';
import { pageTasks } from '../shared/page-task';

const solution: EngineState = {
  services: { nginx000ex6: { image: images.nginx, ports: ['8084:80'] } },
};

/** 4-05: another web server. */
export const nginx: DockerLab = {
  id: 'ch04-nginx',
  section: '4-05',
  title: { ko: 'nginx 컨테이너 실행하기', en: 'An nginx container' },
  platform: 'docker',
  task: [
    ...containerTasks(solution),
    ...pageTasks(solution.services?.['nginx000ex6'], nginxWelcomePage),
  ],
  hint: {
    ko: '아파치 때와 명령이 같습니다. 이미지와 이름, 호스트 포트만 바꾸면 됩니다.',
    en: 'The command is the one for Apache with another image, name and host port.',
  },
  setup: {},
  solution,
  checks: [runsAsDescribed('nginx000ex6'), answers('nginx000ex6', nginxWelcomePage)],
};
