import { composeFileIsThere } from '../../src/docker/checks/compose/file';
import { composePath } from '../../src/docker/model/compose-paths';
import { wordpressAndMysql } from '../shared/compose-solutions';
import { bringUpTasks, composeFileOf, upChecksWithFile } from '../shared/composed';
import type { DockerLab } from '../../src/docker/lab';
import { wordpressPage } from '../shared/pages';

const application = 'wordpress000ex12';

/** 7-04: the file's services, brought up at once. */
export const composeUpLab: DockerLab = {
  id: 'ch07-compose-up',
  section: '7-04',
  title: { ko: '컴포즈로 한꺼번에 실행하기', en: 'Bring a Compose file up' },
  platform: 'docker',
  task: bringUpTasks(wordpressAndMysql, application, wordpressPage),
  hint: {
    ko: '`-d`를 붙이면 터미널을 돌려받습니다. 데이터베이스가 준비될 때까지 수십 초 걸릴 수 있습니다.',
    en: 'With `-d` you get the terminal back; the database may take some tens of seconds.',
  },
  setup: { files: composeFileOf(wordpressAndMysql) },
  solution: wordpressAndMysql,
  composeFile: composePath,
  checks: [
    composeFileIsThere(wordpressAndMysql, composePath),
    ...upChecksWithFile(wordpressAndMysql, application, wordpressPage),
  ],
};
