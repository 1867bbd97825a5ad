import { composePathIn } from '../../src/docker/model/compose-paths';
import { wordpressAndMariadb } from '../shared/compose-solutions';
import {
  bringUpTasks,
  composeFileOf,
  fileChecks,
  upChecks,
  writeFileTasks,
} from '../shared/composed';
import type { DockerLab } from '../../src/docker/lab';
import { wordpressPage } from '../shared/pages';

const path = composePathIn('mariadb_folder');

const application = 'wordpress000ex18';

/** 7-03, column: WordPress and MariaDB with Compose. */
export const composeWordpressMariadb: DockerLab = {
  id: 'ch07-wordpress-mariadb',
  section: '7-03',
  title: {
    ko: '워드프레스와 MariaDB를 컴포즈로 실행하기',
    en: 'WordPress and MariaDB with Compose',
  },
  platform: 'docker',
  task: [
    ...writeFileTasks(wordpressAndMariadb, path),
    ...bringUpTasks(wordpressAndMariadb, application, wordpressPage, path),
  ],
  hint: {
    ko: '앞에서 만든 파일과 모양이 같습니다. 이름과 포트, 볼륨을 바꿉니다.',
    en: 'The file looks like the one before; change the names, the port and the volumes.',
  },
  setup: {},
  solution: { ...wordpressAndMariadb, files: composeFileOf(wordpressAndMariadb, path) },
  composeFile: path,
  checks: [
    ...fileChecks(wordpressAndMariadb, path),
    ...upChecks(wordpressAndMariadb, application, wordpressPage, path),
  ],
};
