import type { Page } from '../../src/core/page';
import type { Text } from '../../src/core/text';
import type { DockerLab } from '../../src/docker/lab';
import { composePathIn } from '../../src/docker/model/compose-paths';
import type { EngineState } from '../../src/docker/model/exercise';
import { redmineAndMysql, wordpressAndMariadb } from '../shared/compose-solutions';
import {
  bringUpTasks,
  composeFileOf,
  fileChecks,
  upChecks,
  writeFileTasks,
} from '../shared/composed';
import { redminePage, wordpressPage } from '../shared/pages';

interface Column {
  readonly id: string;
  readonly title: Text;
  readonly folder: string;
  readonly state: EngineState;
  readonly application: string;
  readonly page: Page;
}

/** The columns of 7-03: other applications with Compose, each file in a folder of its own. */
const columns: readonly Column[] = [
  {
    id: 'ch07-redmine-mysql',
    title: { ko: '레드마인과 MySQL을 컴포즈로 실행하기', en: 'Redmine and MySQL with Compose' },
    folder: 'redmine_folder',
    state: redmineAndMysql,
    application: 'redmine000ex14',
    page: redminePage,
  },
  {
    id: 'ch07-wordpress-mariadb',
    title: {
      ko: '워드프레스와 MariaDB를 컴포즈로 실행하기',
      en: 'WordPress and MariaDB with Compose',
    },
    folder: 'mariadb_folder',
    state: wordpressAndMariadb,
    application: 'wordpress000ex18',
    page: wordpressPage,
  },
];

export const columnLabs = columns.map(labOf);

function labOf({ id, title, folder, state, application, page }: Column): DockerLab {
  const path = composePathIn(folder);
  return {
    id,
    section: '7-03',
    title,
    platform: 'docker',
    task: [...writeFileTasks(state, path), ...bringUpTasks(state, application, page, path)],
    hint: {
      ko: '앞에서 만든 파일과 모양이 같습니다. 이름과 포트, 볼륨을 바꿉니다.',
      en: 'The file looks like the one before; change the names, the port and the volumes.',
    },
    setup: {},
    solution: { ...state, files: composeFileOf(state, path) },
    composeFile: path,
    checks: [...fileChecks(state, path), ...upChecks(state, application, page, path)],
  };
}
