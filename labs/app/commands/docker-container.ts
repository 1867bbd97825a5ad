import { commandOf } from '../../../src/core/shell/command';
import type { CommandGroup } from './entry';
import { runOptions } from './run-options';

/** `docker container`: what is done with containers. */
export const dockerContainer: CommandGroup = {
  id: 'container',
  title: { ko: '컨테이너 (docker container)', en: 'Containers (docker container)' },
  entries: [
    {
      name: 'docker container run',
      also: ['docker run'],
      does: {
        ko: '이미지로 컨테이너를 만들고 실행합니다. 이미지가 없으면 먼저 내려받습니다(pull, create, start를 한 번에).',
        en: 'Makes a container of an image and starts it; pulls the image first if needed (pull, create, start in one).',
      },
      options: runOptions,
      example: { lab: 'ch04-port', begins: 'docker run' },
      changed: {
        ko: '책의 MySQL 인자 `--default-authentication-plugin`은 MySQL 8.4에서 없어졌습니다. 요즘 `mysql` 이미지는 이 인자가 있으면 바로 종료됩니다. 빼고 실행합니다. `--link`는 옛 방법이라 쓰지 않습니다.',
        en: "The book's argument `--default-authentication-plugin` is gone since MySQL 8.4: today's image `mysql` exits at once with it. Leave it out. `--link` is a legacy option; use a network.",
      },
      words: '실행 생성 시작 비밀번호 데이터베이스 mysql create start',
    },
    {
      name: 'docker container create',
      also: ['docker create'],
      does: {
        ko: '컨테이너를 만들기만 하고 시작하지 않습니다. 옵션은 `docker run`과 같습니다.',
        en: 'Makes a container without starting it; the options are those of `docker run`.',
      },
      options: runOptions.filter(({ flags }) => /^--name|^-p/.test(flags)),
      example: commandOf('docker', 'create', '--name', 'apa000ex2', '-p', '8080:80', 'httpd'),
      words: '생성 만들기',
    },
    {
      name: 'docker container start',
      also: ['docker start'],
      does: {
        ko: '멈춘 컨테이너를 시작합니다.',
        en: 'Starts a container that is stopped.',
      },
      options: [
        {
          flags: '-i, --interactive',
          does: { ko: '키보드 입력을 전달합니다.', en: 'Hands over what is typed.' },
        },
      ],
      example: commandOf('docker', 'start', 'apa000ex1'),
      words: '실행 다시',
    },
    {
      name: 'docker container stop',
      also: ['docker stop'],
      does: {
        ko: '실행 중인 컨테이너를 멈춥니다(정지). 10초 안에 끝나지 않으면 강제로 끝냅니다.',
        en: 'Stops a running container; one that has not ended after 10 seconds is killed.',
      },
      options: [
        {
          flags: '-t, --timeout',
          value: '5',
          does: {
            ko: '강제로 끝내기 전에 기다리는 초',
            en: 'Seconds to wait before it is killed.',
          },
        },
      ],
      example: { lab: 'ch04-lifecycle', begins: 'docker stop' },
      changed: {
        ko: '긴 이름은 Docker 28부터 `--timeout`입니다. 그 전에는 `--time`이었습니다. `-t`는 모두에서 씁니다.',
        en: 'The long name is `--timeout` since Docker 28 and was `--time` before; `-t` works in all.',
      },
      words: '정지 종료 중지',
    },
    {
      name: 'docker container restart',
      also: ['docker restart'],
      does: {
        ko: '컨테이너를 멈추고 다시 시작합니다(재시작).',
        en: 'Stops a container and starts it again.',
      },
      example: commandOf('docker', 'restart', 'apa000ex2'),
      words: '다시 시작',
    },
    {
      name: 'docker container kill',
      also: ['docker kill'],
      does: {
        ko: '컨테이너를 기다리지 않고 강제로 끝냅니다.',
        en: 'Ends a container at once.',
      },
      example: commandOf('docker', 'kill', 'apa000ex1'),
      words: '강제 종료',
    },
    {
      name: 'docker container ls',
      also: ['docker ps', 'docker container ps', 'docker container list'],
      does: {
        ko: '실행 중인 컨테이너의 목록을 봅니다.',
        en: 'Lists the containers that run.',
      },
      options: [
        {
          flags: '-a, --all',
          does: { ko: '멈춘 컨테이너까지 모두 봅니다.', en: 'Lists those that are stopped too.' },
        },
        {
          flags: '-q, --quiet',
          does: { ko: '컨테이너 ID만 봅니다.', en: 'Lists ids only.' },
        },
      ],
      example: { lab: 'ch04-commands', begins: 'docker ps' },
      words: '목록 확인 리스트',
    },
    {
      name: 'docker container rm',
      also: ['docker rm', 'docker container remove'],
      does: {
        ko: '멈춘 컨테이너를 삭제합니다.',
        en: 'Removes a container that is stopped.',
      },
      options: [
        {
          flags: '-f, --force',
          does: {
            ko: '실행 중이어도 끝내고 삭제합니다.',
            en: 'Removes it although it runs.',
          },
        },
        {
          flags: '-v, --volumes',
          does: {
            ko: '이름 없는 볼륨도 함께 삭제합니다.',
            en: 'Removes its volumes that have no name too.',
          },
        },
      ],
      example: { lab: 'ch04-lifecycle', begins: 'docker rm' },
      words: '지우기 제거 delete remove',
    },
  ],
};
