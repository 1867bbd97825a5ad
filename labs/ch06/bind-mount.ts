import { runsAsDescribed } from '../../src/docker/checks/container';
import { mountsFolder, showsFolder } from '../../src/docker/checks/files/folder';
import { apache, htdocs, ownPage } from '../shared/apache';
import type { EngineState } from '../../src/docker/model/exercise';
import type { DockerLab } from '../../src/docker/lab';
import { containerTasks } from '../shared/container-task';
import { addressesOf } from '../shared/page-task';

const name = 'apa000ex20';
const folder = 'apa_folder';

const solution: EngineState = {
  files: { [`${folder}/index.html`]: ownPage },
  services: { [name]: apache(8090, `./${folder}:${htdocs}`) },
};

const address = addressesOf(solution.services?.[name]).join();

/** 6-03: a folder of the reader's, mounted into a container. */
export const bindMount: DockerLab = {
  id: 'ch06-bind-mount',
  section: '6-03',
  title: { ko: '바인드 마운트하기', en: 'Mount a folder of this computer' },
  platform: 'docker',
  task: [
    {
      ko: `내 컴퓨터에 \`${folder}\` 폴더를 만듭니다.`,
      en: `Make a folder \`${folder}\` on this computer.`,
    },
    ...containerTasks(solution),
    {
      ko: `\`${folder}\` 폴더에 \`index.html\` 파일을 넣고 브라우저로 ${address} 주소를 열어 내 페이지를 확인합니다.`,
      en: `Put a file \`index.html\` into \`${folder}\`, then open ${address} in a browser. It shows your page.`,
    },
  ],
  hint: {
    ko: '`-v` 옵션은 `내 폴더의 전체 경로:컨테이너의 경로` 순서로 씁니다. 경로 없이 이름만 쓰면 폴더가 아니라 볼륨이 됩니다.',
    en: 'The option `-v` is written `whole path of your folder:path in the container`; a bare name makes a volume instead.',
  },
  setup: {},
  solution,
  checks: [runsAsDescribed(name), mountsFolder(name, folder), showsFolder(name, folder)],
};
