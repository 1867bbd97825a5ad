import { registryHolds, registryRuns } from '../../src/docker/checks/registry';
import { images } from '../../src/core/images';
import type { DockerLab } from '../../src/docker/lab';

// The book's command gives its container no name.
const name = 'registry000';
const address = 'localhost:5000';
const image = `${address}/apa_my`;

/** 6-06: a registry of the reader's own, and an image in it. */
export const registry: DockerLab = {
  id: 'ch06-registry',
  section: '6-06',
  title: { ko: '나만의 이미지 저장소 만들기', en: 'A registry of your own' },
  platform: 'docker',
  task: [
    {
      ko: `\`${images.registry}\` 이미지의 컨테이너를 실행하고, 내 컴퓨터의 5000번 포트를 컨테이너의 5000번 포트에 연결합니다. 컨테이너 이름은 자유롭게 정합니다.`,
      en: `Run a container of the image \`${images.registry}\`, under any name, and connect port 5000 of this computer to its port 5000.`,
    },
    {
      ko: `이미지 하나에 저장소 주소로 시작하는 태그를 붙입니다. 예: \`${image}\``,
      en: `Give an image a tag that begins with the registry's address, for example \`${image}\`.`,
    },
    { ko: '그 태그를 저장소에 올립니다.', en: 'Push that tag to the registry.' },
  ],
  hint: {
    ko: '`docker tag 이미지 새태그` 다음에 `docker push 새태그` 명령을 씁니다. 태그의 앞부분(`localhost:5000/`)이 올릴 곳을 정합니다.',
    en: '`docker tag image new-tag`, then `docker push new-tag`; the front of the tag (`localhost:5000/`) says where it goes.',
  },
  setup: {},
  solution: {
    images: [images.httpd],
    services: { [name]: { image: images.registry, ports: ['5000:5000'] } },
  },
  unnamed: [name],
  steps: [
    ['docker', 'tag', images.httpd, image],
    ['docker', 'push', image],
  ],
  made: { images: [image], registry: address },
  checks: [registryRuns(name), registryHolds(name, image)],
};
