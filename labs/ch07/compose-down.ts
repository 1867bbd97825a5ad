import { composeCommand, composePath } from '../../src/docker/model/compose-paths';
import { wordpressAndMysql } from '../shared/compose-solutions';
import { composeFileOf, downChecks, takeDownTask } from '../shared/composed';
import type { DockerLab } from '../../src/docker/lab';

const command = composeCommand(composePath, 'down');

/** 7-04: the running services, taken down; their volumes stay. */
export const composeDownLab: DockerLab = {
  id: 'ch07-compose-down',
  section: '7-04',
  title: { ko: '컴포즈로 한꺼번에 정리하기', en: 'Take a Compose file down' },
  platform: 'docker',
  task: [takeDownTask(wordpressAndMysql)],
  hint: {
    ko: '`down`은 컨테이너와 네트워크를 없애고, `stop`은 멈추기만 합니다.',
    en: '`down` removes the containers and the network; `stop` only stops them.',
  },
  setup: { ...wordpressAndMysql, files: composeFileOf(wordpressAndMysql) },
  solution: { volumes: wordpressAndMysql.volumes ?? {} },
  steps: [command],
  composeFile: composePath,
  checks: downChecks(wordpressAndMysql),
};
