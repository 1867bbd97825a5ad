import { imageIsBuilt, imageServes } from '../../src/docker/checks/built-image';
import { htdocs, ownPage } from '../shared/apache';
import { images } from '../../src/core/images';
import type { DockerLab } from '../../src/docker/lab';

const folder = 'apa_folder';
const image = 'ex22_original2';
const page = `${folder}/index.html`;
const recipe = `${folder}/Dockerfile`;

/** 6-04: an image made by a Dockerfile. */
export const dockerfile: DockerLab = {
  id: 'ch06-dockerfile',
  section: '6-04',
  title: { ko: 'Dockerfile로 이미지 만들기', en: 'Build an image from a Dockerfile' },
  platform: 'docker',
  task: [
    {
      ko: `\`${folder}\` 폴더를 만들고 그 안에 \`index.html\` 파일을 넣습니다.`,
      en: `Make a folder \`${folder}\` with a file \`index.html\` in it.`,
    },
    {
      ko: `같은 폴더에 \`Dockerfile\` 파일을 만듭니다. \`${images.httpd}\` 이미지에서 시작해 \`index.html\` 파일을 \`${htdocs}\` 폴더로 복사하는 내용입니다.`,
      en: `Write a file \`Dockerfile\` there that begins with the image \`${images.httpd}\` and copies \`index.html\` into \`${htdocs}\`.`,
    },
    {
      ko: `그 폴더의 Dockerfile로 \`${image}\` 이미지를 빌드합니다.`,
      en: `Build the image \`${image}\` from the Dockerfile in that folder.`,
    },
  ],
  hint: {
    ko: 'Dockerfile에는 `FROM`과 `COPY` 두 줄이면 됩니다. `docker build -t 이미지이름 폴더` 명령으로 빌드합니다.',
    en: 'A Dockerfile needs two lines here, `FROM` and `COPY`. Build with `docker build -t NAME FOLDER`.',
  },
  setup: {},
  solution: {
    images: [images.httpd],
    files: {
      [page]: ownPage,
      [recipe]: `FROM ${images.httpd}\nCOPY index.html ${htdocs}\n`,
    },
  },
  steps: [['docker', 'build', '-t', image, folder]],
  made: { images: [image] },
  checks: [imageIsBuilt(image, { recipe, page }), imageServes(image, { recipe, page })],
};
