import { runsAsDescribed } from '../../src/docker/checks/container';
import { acceptsLogin } from '../../src/docker/checks/database';
import { images } from '../../src/core/images';
import type { EngineState } from '../../src/docker/model/exercise';
import type { DockerLab } from '../../src/docker/lab';
import { containerTasks } from '../shared/container-task';

const solution: EngineState = {
  services: {
    mysql000ex7: {
      image: images.mysql,
      tty: true,
      stdin_open: true,
      environment: { MYSQL_ROOT_PASSWORD: 'myrootpass' },
    },
  },
};

/** 4-05: a database server, which needs a password to start. */
export const mysql: DockerLab = {
  id: 'ch04-mysql',
  section: '4-05',
  title: { ko: 'MySQL 컨테이너 실행하기', en: 'A MySQL container' },
  platform: 'docker',
  task: containerTasks(solution),
  hint: {
    ko: 'MySQL은 루트 비밀번호를 `-e` 옵션으로 받아야 시작합니다. 빠뜨리면 컨테이너가 바로 멈춥니다.',
    en: 'MySQL starts only with a root password, given with `-e`; without it the container exits at once.',
  },
  setup: {},
  solution,
  checks: [runsAsDescribed('mysql000ex7'), acceptsLogin('mysql000ex7')],
};
