import { commandOf, shellLine } from '../../../src/core/shell/command';
import type { CommandGroup } from './entry';

/** `docker image`: what is done with images. */
export const dockerImage: CommandGroup = {
  id: 'image',
  title: { ko: '이미지 (docker image)', en: 'Images (docker image)' },
  entries: [
    {
      name: 'docker image pull',
      also: ['docker pull'],
      does: {
        ko: '레지스트리에서 이미지를 내려받습니다.',
        en: 'Gets an image from a registry.',
      },
      example: commandOf('docker', 'pull', 'httpd'),
      changed: {
        ko: '2020년 11월부터 도커 허브는 받는 횟수를 제한합니다. 교실처럼 한 주소를 함께 쓰는 곳에서는 429 오류가 납니다.',
        en: 'Since November 2020 Docker Hub limits pulls: behind one address, as in a classroom, they end with error 429.',
      },
      words: '다운로드 내려받기 받기 download',
    },
    {
      name: 'docker image ls',
      also: ['docker images', 'docker image list'],
      does: {
        ko: '내려받은 이미지의 목록을 봅니다.',
        en: 'Lists the images that are here.',
      },
      options: [
        {
          flags: '-q, --quiet',
          does: { ko: '이미지 ID만 봅니다.', en: 'Lists ids only.' },
        },
      ],
      example: { lab: 'ch04-commands', begins: 'docker image ls' },
      words: '목록 확인',
    },
    {
      name: 'docker image rm',
      also: ['docker rmi', 'docker image remove'],
      does: {
        ko: '이미지를 삭제합니다. 그 이미지로 만든 컨테이너를 먼저 삭제해야 합니다.',
        en: 'Removes images; the containers made of them have to be removed first.',
      },
      options: [
        {
          flags: '-f, --force',
          does: { ko: '강제로 삭제합니다.', en: 'Removes them by force.' },
        },
      ],
      example: { lab: 'ch04-images', begins: 'docker image rm' },
      words: '지우기 제거 delete remove',
    },
    {
      name: 'docker image build',
      also: ['docker build'],
      does: {
        ko: 'Dockerfile로 이미지를 만듭니다. 끝에는 Dockerfile이 있는 폴더를 씁니다.',
        en: 'Builds an image from a Dockerfile; the folder with the Dockerfile comes last.',
      },
      options: [
        {
          flags: '-t, --tag',
          value: 'ex22_original2',
          does: { ko: '만들 이미지의 이름', en: 'The name of the image.' },
        },
        {
          flags: '-f, --file',
          value: 'apa_folder/Dockerfile',
          does: { ko: 'Dockerfile의 경로', en: 'The path of the Dockerfile.' },
        },
        {
          flags: '--no-cache',
          does: { ko: '캐시를 쓰지 않습니다.', en: 'Uses no cache.' },
        },
      ],
      example: { lab: 'ch06-dockerfile', begins: 'docker build' },
      changed: {
        ko: 'Docker Engine 23.0부터 BuildKit으로 빌드하므로 화면이 책과 다릅니다(`[1/2] FROM ...`). 결과는 같습니다.',
        en: 'Since Docker Engine 23.0 BuildKit builds, so the screen looks different from the book (`[1/2] FROM ...`). The image is the same.',
      },
      words: '빌드 생성 만들기 도커파일',
    },
    {
      name: 'docker image tag',
      also: ['docker tag'],
      does: {
        ko: '이미지에 이름(태그)을 하나 더 붙입니다.',
        en: 'Gives an image another name (a tag).',
      },
      example: { lab: 'ch06-registry', begins: 'docker tag' },
      words: '태그 이름',
    },
    {
      name: 'docker image push',
      also: ['docker push'],
      does: {
        ko: '이미지를 레지스트리에 올립니다.',
        en: 'Sends an image to a registry.',
      },
      example: commandOf('docker', 'push', 'localhost:5000/apa_my'),
      words: '업로드 올리기 upload',
    },
    {
      name: 'docker image save',
      also: ['docker save'],
      does: {
        ko: '이미지를 파일로 저장합니다.',
        en: 'Writes an image to a file.',
      },
      options: [
        {
          flags: '-o, --output',
          value: 'httpd.tar',
          does: { ko: '저장할 파일', en: 'The file.' },
        },
      ],
      example: shellLine`docker save -o httpd.tar httpd`,
      words: '내보내기 파일',
    },
    {
      name: 'docker image load',
      also: ['docker load'],
      does: {
        ko: '파일에서 이미지를 읽어 들입니다.',
        en: 'Reads an image from a file.',
      },
      options: [
        {
          flags: '-i, --input',
          value: 'httpd.tar',
          does: { ko: '읽을 파일', en: 'The file.' },
        },
      ],
      example: shellLine`docker load -i httpd.tar`,
      words: '불러오기 파일',
    },
    {
      name: 'docker image history',
      also: ['docker history'],
      does: {
        ko: '이미지의 층(레이어)을 봅니다.',
        en: 'Shows the layers of an image.',
      },
      example: commandOf('docker', 'history', 'ex22_original1'),
      words: '레이어 layer',
    },
    {
      name: 'docker image inspect',
      does: {
        ko: '이미지의 자세한 정보를 봅니다.',
        en: 'Shows all about an image.',
      },
      example: commandOf('docker', 'image', 'inspect', 'httpd'),
      words: '상세 정보',
    },
    {
      name: 'docker image prune',
      does: {
        ko: '이름 없는(dangling) 이미지를 모두 삭제합니다.',
        en: 'Removes every image that has no name (dangling).',
      },
      options: [
        {
          flags: '-a, --all',
          does: {
            ko: '컨테이너가 쓰지 않는 이미지까지 삭제합니다.',
            en: 'Removes those that no container uses too.',
          },
        },
      ],
      example: commandOf('docker', 'image', 'prune'),
      words: '정리 지우기',
    },
  ],
};
