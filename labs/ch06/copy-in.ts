import { runsAsDescribed } from '../../src/docker/checks/container';
import { showsOwnFile } from '../../src/docker/checks/files/copy';
import { apache, htdocs, ownPage } from '../shared/apache';
import { addressesOf } from '../shared/page-task';
import type { DockerLab } from '../../src/docker/lab';

const name = 'apa000ex19';
const file = 'index.html';
const service = apache(8089);
const address = addressesOf(service).join();

/** 6-02: a file of the reader's, copied into a container. */
export const copyIn: DockerLab = {
  id: 'ch06-copy-in',
  section: '6-02',
  title: { ko: '호스트의 파일을 컨테이너로 복사하기', en: 'Copy a file into a container' },
  platform: 'docker',
  task: [
    {
      ko: `내 컴퓨터에 \`${file}\` 파일을 만듭니다. 내용은 자유롭게 씁니다.`,
      en: `Make a file \`${file}\` on this computer, with any content you like.`,
    },
    {
      ko: `\`${file}\` 파일을 \`${name}\` 컨테이너의 \`${htdocs}/\` 폴더로 복사합니다. 컨테이너는 이미 실행 중입니다.`,
      en: `Copy it into the folder \`${htdocs}/\` of the container \`${name}\`, which is running already.`,
    },
    {
      ko: `브라우저로 ${address} 주소를 열어 내 페이지를 확인합니다.`,
      en: `Open ${address} in a browser. It shows your page.`,
    },
  ],
  hint: {
    ko: '`docker cp` 명령은 `복사할 파일`과 `컨테이너 이름:폴더` 순서로 씁니다.',
    en: '`docker cp` takes what to copy first, then `container:folder`.',
  },
  setup: { services: { [name]: service } },
  solution: { files: { [file]: ownPage } },
  steps: [['docker', 'cp', file, `${name}:${htdocs}/`]],
  checks: [runsAsDescribed(name), showsOwnFile(name, file, `${htdocs}/${file}`)],
};
