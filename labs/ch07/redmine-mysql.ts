import { composePathIn } from '../../src/docker/model/compose-paths';
import { redmineAndMysql } from '../shared/compose-solutions';
import {
  bringUpTasks,
  composeFileOf,
  fileChecks,
  upChecks,
  writeFileTasks,
} from '../shared/composed';
import type { DockerLab } from '../../src/docker/lab';
import { redminePage } from '../shared/pages';

const path = composePathIn('redmine_folder');

const application = 'redmine000ex14';

/** 7-03, column: Redmine and MySQL with Compose. */
export const composeRedmineMysql: DockerLab = {
  id: 'ch07-redmine-mysql',
  section: '7-03',
  title: { ko: '레드마인과 MySQL을 컴포즈로 실행하기', en: 'Redmine and MySQL with Compose' },
  platform: 'docker',
  task: [
    ...writeFileTasks(redmineAndMysql, path),
    ...bringUpTasks(redmineAndMysql, application, redminePage, path),
  ],
  hint: {
    ko: '앞에서 만든 파일과 모양이 같습니다. 이름과 포트, 볼륨을 바꿉니다.',
    en: 'The file looks like the one before; change the names, the port and the volumes.',
  },
  setup: {},
  solution: { ...redmineAndMysql, files: composeFileOf(redmineAndMysql, path) },
  composeFile: path,
  checks: [
    ...fileChecks(redmineAndMysql, path),
    ...upChecks(redmineAndMysql, application, redminePage, path),
  ],
};
