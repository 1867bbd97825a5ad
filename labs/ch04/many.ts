import { josa } from 'es-hangul';

import { answers } from '../../src/docker/checks/http';
import { runsAsDescribed } from '../../src/docker/checks/container';
import { images } from '../../src/core/images';
import type { EngineState } from '../../src/docker/model/exercise';
import type { DockerLab } from '../../src/docker/lab';
import { apacheDefaultPage } from '../shared/pages';
import { containerTasks } from '../shared/container-task';
import { addressesOf } from '../shared/page-task';

const solution: EngineState = {
  services: {
    apa000ex3: { image: images.httpd, ports: ['8081:80'] },
    apa000ex4: { image: images.httpd, ports: ['8082:80'] },
    apa000ex5: { image: images.httpd, ports: ['8083:80'] },
  },
};

const addresses = Object.values(solution.services ?? {})
  .flatMap(addressesOf)
  .join(', ');

/** 4-05: three Apache containers side by side. */
export const many: DockerLab = {
  id: 'ch04-many',
  section: '4-05',
  title: { ko: '아파치 컨테이너를 여러 개 실행하기', en: 'Several Apache containers at once' },
  platform: 'docker',
  task: [
    ...containerTasks(solution),
    {
      ko: `브라우저로 세 주소를 열어 ${josa(apacheDefaultPage.name.ko, '을/를')} 확인합니다: ${addresses}`,
      en: `Open the three addresses in a browser. Each shows ${apacheDefaultPage.name.en}: ${addresses}`,
    },
  ],
  hint: {
    ko: '컨테이너마다 이름과 호스트 포트가 서로 달라야 합니다. 컨테이너 쪽 포트는 모두 같아도 됩니다.',
    en: 'Each container needs a name and a host port of its own; the port inside may be the same.',
  },
  setup: {},
  solution,
  checks: Object.keys(solution.services ?? {}).flatMap((name) => [
    runsAsDescribed(name),
    answers(name, apacheDefaultPage),
  ]),
};
