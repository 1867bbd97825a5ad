import { runsAsDescribed } from '../../src/docker/checks/container';
import { answersAtAll } from '../../src/docker/checks/http';
import { mountsAsDescribed } from '../../src/docker/checks/files/mount';
import { volumeHasFiles } from '../../src/docker/checks/files/volume';
import { apache, htdocs } from '../shared/apache';
import type { EngineState } from '../../src/docker/model/exercise';
import type { DockerLab } from '../../src/docker/lab';
import { containerTasks } from '../shared/container-task';
import { pageTasks } from '../shared/page-task';
import { apacheDefaultPage } from '../shared/pages';

/** The volume of this exercise, which the next one backs up. */
export const volume = 'apa000vol1';

const name = 'apa000ex21';

/** An Apache container that keeps its pages in the volume. */
export const solution: EngineState = {
  volumes: { [volume]: {} },
  services: { [name]: apache(8091, `${volume}:${htdocs}`) },
};

/** 6-03: a volume, mounted into a container. */
export const volumeMount: DockerLab = {
  id: 'ch06-volume-mount',
  section: '6-03',
  title: { ko: '볼륨 마운트하기', en: 'Mount a volume' },
  platform: 'docker',
  task: [
    { ko: `\`${volume}\` 볼륨을 만듭니다.`, en: `Create the volume \`${volume}\`.` },
    ...containerTasks(solution),
    // An empty volume gets what the image has at that path.
    ...pageTasks(solution.services?.[name], apacheDefaultPage),
  ],
  hint: {
    ko: '`docker volume create`로 볼륨을 만들고, `-v` 옵션에 `볼륨 이름:컨테이너의 경로`를 씁니다.',
    en: '`docker volume create` makes it; the option `-v` is written `name of the volume:path in the container`.',
  },
  setup: {},
  solution,
  checks: [
    runsAsDescribed(name),
    mountsAsDescribed(name),
    volumeHasFiles(name, volume),
    // A page of the reader's own in the volume is as good as the image's.
    answersAtAll(name),
  ],
};
