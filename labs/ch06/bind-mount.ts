import { runsAsDescribed } from '../../src/docker/checks/container';
import { mountsAsDescribed, showsFolder } from '../../src/docker/checks/mount';
import { apache, htdocs, ownPage } from '../apache';
import type { EngineState } from '../../src/docker/model/lab';
import type { DockerLab } from '../../src/docker/lab';
import { containerTasks } from '../container-task';

const name = 'apa000ex20';
const folder = 'apa_folder';

const solution: EngineState = {
  files: { [`${folder}/index.html`]: ownPage },
  services: { [name]: apache(8090, `./${folder}:${htdocs}`) },
};

/** 6-03: a folder of the reader's, seen by a container. */
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
      ko: `컨테이너를 실행할 때 \`${folder}\` 폴더를 컨테이너의 \`${htdocs}\` 자리에 마운트합니다.`,
      en: `When you run it, mount the folder \`${folder}\` at \`${htdocs}\` in the container.`,
    },
    {
      ko: `\`${folder}\` 폴더에 \`index.html\` 파일을 넣고 브라우저로 http://localhost:8090 주소를 엽니다.`,
      en: `Put a file \`index.html\` into \`${folder}\` and open http://localhost:8090 in a browser.`,
    },
  ],
  hint: {
    ko: '`-v` 옵션은 `내 폴더의 전체 경로:컨테이너의 경로` 순서로 씁니다. 경로 없이 이름만 쓰면 폴더가 아니라 볼륨이 됩니다.',
    en: 'The option `-v` is written `whole path of your folder:path in the container`; a bare name makes a volume instead.',
  },
  setup: {},
  solution,
  checks: [runsAsDescribed(name), mountsAsDescribed(name), showsFolder(name, folder)],
};
