import { imageIsGone } from '../../src/docker/checks/image';
import { images } from '../../src/core/images';
import type { EngineState } from '../../src/docker/model/exercise';
import type { DockerLab } from '../../src/docker/lab';

const setup: EngineState = { images: [images.httpd, images.nginx, images.mysql] };

/** 4-06: the images that the chapter left behind. */
export const imagesLab: DockerLab = {
  id: 'ch04-images',
  section: '4-06',
  title: { ko: '이미지 삭제하기', en: 'Remove images' },
  platform: 'docker',
  task: [
    {
      ko: '`docker image ls`로 이미지 목록을 봅니다.',
      en: 'List the images with `docker image ls`.',
    },
    ...(setup.images ?? []).map((image) => ({
      ko: `\`${image}\` 이미지를 삭제합니다. 이 이미지를 쓰는 컨테이너가 있으면 먼저 삭제합니다.`,
      en: `Remove the image \`${image}\`; remove the containers that use it first.`,
    })),
  ],
  hint: {
    ko: '컨테이너가 쓰고 있는 이미지는 삭제되지 않습니다. `docker ps -a`로 멈춘 컨테이너까지 확인하세요.',
    en: 'An image in use is not removed: look for stopped containers too, with `docker ps -a`.',
  },
  setup,
  solution: {},
  checks: (setup.images ?? []).map(imageIsGone),
};
