import { runsAsDescribed } from '../../src/docker/checks/container';
import { holdsCopy } from '../../src/docker/checks/files/copy';
import { apache, htdocs } from '../shared/apache';
import type { DockerLab } from '../../src/docker/lab';

const name = 'apa000ex19';
const file = 'index.html';
const source = `${htdocs}/${file}`;

/** 6-02: a file of a container, copied to the reader's folder. */
export const copyOut: DockerLab = {
  id: 'ch06-copy-out',
  section: '6-02',
  title: { ko: '컨테이너의 파일을 호스트로 복사하기', en: 'Copy a file out of a container' },
  platform: 'docker',
  task: [
    {
      ko: `내 폴더에 \`${file}\` 파일이 있으면 이름을 바꾸거나 다른 곳으로 옮깁니다.`,
      en: `If your folder has a file \`${file}\`, rename it or move it away.`,
    },
    {
      ko: `\`${name}\` 컨테이너의 \`${source}\` 파일을 내 폴더로 복사합니다. 컨테이너는 이미 실행 중입니다.`,
      en: `Copy the file \`${source}\` of the container \`${name}\`, which is running already, into your folder.`,
    },
  ],
  hint: {
    ko: '이번에는 `컨테이너 이름:파일`을 먼저 쓰고 내 폴더를 나중에 씁니다. 지금 폴더는 점(`.`) 하나로 씁니다.',
    en: 'This time `container:file` comes first, then your folder; the folder you are in is a dot (`.`).',
  },
  setup: { services: { [name]: apache(8089) } },
  solution: {},
  steps: [['docker', 'cp', `${name}:${source}`, file]],
  made: { files: [file] },
  checks: [runsAsDescribed(name), holdsCopy(name, file, source)],
};
