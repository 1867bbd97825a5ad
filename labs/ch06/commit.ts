import { imageIsBuilt, isCommitOf } from '../../src/docker/checks/built-image';
import { apache } from '../shared/apache';
import { images } from '../../src/core/images';
import type { DockerLab } from '../../src/docker/lab';

const name = 'apa000ex22';
const image = 'ex22_original1';

/** 6-04: an image made of a container. */
export const commit: DockerLab = {
  id: 'ch06-commit',
  section: '6-04',
  title: { ko: '컨테이너로 이미지 만들기', en: 'Make an image of a container' },
  platform: 'docker',
  task: [
    {
      ko: `\`${name}\` 컨테이너로 \`${image}\` 이미지를 만듭니다. 컨테이너는 이미 실행 중입니다.`,
      en: `Make an image \`${image}\` of the container \`${name}\`, which is running already.`,
    },
    {
      ko: '`docker image ls`로 새 이미지를 확인합니다.',
      en: 'See the new image with `docker image ls`.',
    },
  ],
  hint: {
    ko: '`docker commit` 명령은 `컨테이너 이름`과 `새 이미지 이름` 순서로 씁니다.',
    en: '`docker commit` takes the name of the container first, then that of the new image.',
  },
  setup: { services: { [name]: apache(8092) } },
  solution: {},
  steps: [['docker', 'commit', name, image]],
  made: { images: [image] },
  checks: [imageIsBuilt(image), isCommitOf(image, name, images.httpd)],
};
