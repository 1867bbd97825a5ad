import type { Page } from '../../src/core/page';
import type { Text } from '../../src/core/text';
import type { DockerLab } from '../../src/docker/lab';
import type { ExerciseFile } from '../../src/docker/checks/compose/other-file';
import { mariadbFile, redmineFile } from '../shared/compose-solutions';
import {
  bringUpTasks,
  composeFileOf,
  fileChecks,
  upChecks,
  writeFileTasks,
} from '../shared/composed';
import { redminePage, wordpressPage } from '../shared/pages';

interface Column {
  readonly file: ExerciseFile;
  readonly title: Text;
  readonly application: string;
  readonly page: Page;
}

/** The columns of 7-03: other applications with Compose, each file in a folder of its own. */
const columns: readonly Column[] = [
  {
    file: redmineFile,
    title: { ko: '레드마인과 MySQL을 컴포즈로 실행하기', en: 'Redmine and MySQL with Compose' },
    application: 'redmine000ex14',
    page: redminePage,
  },
  {
    file: mariadbFile,
    title: {
      ko: '워드프레스와 MariaDB를 컴포즈로 실행하기',
      en: 'WordPress and MariaDB with Compose',
    },
    application: 'wordpress000ex18',
    page: wordpressPage,
  },
];

export const columnLabs = columns.map(labOf);

function labOf({ file, title, application, page }: Column): DockerLab {
  const { lab: id, path, state } = file;
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
