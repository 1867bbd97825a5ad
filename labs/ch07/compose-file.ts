import { wordpressAndMysql } from '../shared/compose-solutions';
import { composeFileOf, fileChecks, writeFileTasks } from '../shared/composed';
import type { DockerLab } from '../../src/docker/lab';

/** 7-03: WordPress and MySQL written down as a Compose file. */
export const composeFileLab: DockerLab = {
  id: 'ch07-compose-file',
  section: '7-03',
  title: { ko: '컴포즈 파일 작성하기', en: 'Write a Compose file' },
  platform: 'docker',
  task: writeFileTasks(wordpressAndMysql),
  hint: {
    ko: '들여쓰기는 탭이 아니라 빈칸으로 합니다. `version:` 줄은 이제 필요 없습니다. 네트워크와 볼륨은 서비스 안에서 쓰고, 파일 맨 바깥에도 한 번 더 적습니다.',
    en: 'Indent with spaces, not tabs; the line `version:` is not needed any more. Networks and volumes are named in the services and once more at the top level.',
  },
  setup: {},
  solution: { files: composeFileOf(wordpressAndMysql) },
  checks: fileChecks(wordpressAndMysql),
};
