import { commandOf } from '../../../src/core/shell/command';
import { upOptions } from './compose-up-options';
import type { CommandGroup } from './entry';

const words = ['docker', 'compose', '-f', 'com_folder/docker-compose.yml'] as const;
const onFile = (...rest: readonly string[]) => commandOf(...words, ...rest);

/** `docker compose`: the book's `docker-compose`. */
export const composeCommands: CommandGroup = {
  id: 'compose',
  title: {
    ko: '컴포즈 (책의 docker-compose)',
    en: "Compose (the book's docker-compose)",
  },
  entries: [
    {
      name: 'docker compose up',
      also: ['docker-compose up'],
      does: {
        ko: '컴포즈 파일대로 네트워크, 볼륨, 컨테이너를 만들고 실행합니다.',
        en: 'Makes what a Compose file says, networks, volumes and containers, and starts it.',
      },
      options: upOptions,
      example: { lab: 'ch07-compose-up', begins: 'docker compose' },
      changed: {
        ko: '`docker-compose`(1.x, `pip3`로 설치)는 2023년 7월에 지원이 끝났습니다. 지금은 플러그인 `docker compose`를 씁니다. 컨테이너 이름도 `_` 대신 `-`로 이어집니다(com_folder-mysql000ex11-1).',
        en: '`docker-compose` (1.x, by `pip3`) reached its end in July 2023; today it is the plugin `docker compose`. Names of containers are joined by `-` and no longer by `_` (com_folder-mysql000ex11-1).',
      },
      words: '실행 시작 생성 yaml pip3 파이썬',
    },
    {
      name: 'docker compose down',
      also: ['docker-compose down'],
      does: {
        ko: '컨테이너와 네트워크를 멈추고 삭제합니다. 볼륨과 이미지는 남습니다.',
        en: 'Stops and removes containers and networks; volumes and images stay.',
      },
      options: [
        {
          flags: '-v, --volumes',
          does: { ko: '볼륨도 삭제합니다.', en: 'Removes the volumes too.' },
        },
        {
          flags: '--rmi',
          value: 'all',
          does: { ko: '이미지도 삭제합니다: all, local', en: 'Removes images too: all, local.' },
        },
        {
          flags: '--remove-orphans',
          does: {
            ko: '파일에 없는 서비스의 컨테이너도 삭제합니다.',
            en: 'Removes containers of services that the file does not have too.',
          },
        },
      ],
      example: { lab: 'ch07-compose-down', begins: 'docker compose' },
      words: '지우기 정리 종료 remove',
    },
    {
      name: 'docker compose stop',
      also: ['docker-compose stop'],
      does: {
        ko: '컨테이너를 삭제하지 않고 멈춥니다(정지).',
        en: 'Stops the containers and keeps them.',
      },
      example: onFile('stop'),
      words: '중지',
    },
    {
      name: 'docker compose start',
      also: ['docker-compose start'],
      does: { ko: '멈춘 컨테이너를 시작합니다.', en: 'Starts containers that are stopped.' },
      example: onFile('start'),
    },
    {
      name: 'docker compose restart',
      also: ['docker-compose restart'],
      does: { ko: '컨테이너를 다시 시작합니다(재시작).', en: 'Stops and starts the containers.' },
      example: onFile('restart'),
    },
    {
      name: 'docker compose ps',
      also: ['docker-compose ps'],
      does: { ko: '컨테이너의 목록을 봅니다.', en: 'Lists the containers.' },
      options: [
        {
          flags: '-a, --all',
          does: { ko: '멈춘 것까지 모두 봅니다.', en: 'Lists those that are stopped too.' },
        },
      ],
      example: onFile('ps'),
      words: '확인',
    },
    {
      name: 'docker compose logs',
      also: ['docker-compose logs'],
      does: { ko: '컨테이너의 로그를 봅니다.', en: 'Shows what the containers have printed.' },
      options: [
        {
          flags: '-f, --follow',
          does: { ko: '새 로그를 계속 봅니다.', en: 'Goes on with what is printed next.' },
        },
      ],
      example: onFile('logs'),
      words: '오류 에러',
    },
    {
      name: 'docker compose config',
      also: ['docker-compose config'],
      does: {
        ko: '컴포즈 파일이 맞는지 확인하고 읽은 대로 보여 줍니다.',
        en: 'Checks a Compose file and shows how it is read.',
      },
      options: [
        {
          flags: '-q, --quiet',
          does: { ko: '틀린 것만 알립니다.', en: 'Tells mistakes only.' },
        },
      ],
      example: onFile('config'),
      words: '문법 검사 yaml',
    },
    {
      name: 'docker compose exec',
      also: ['docker-compose exec'],
      does: {
        ko: '실행 중인 서비스의 컨테이너 안에서 명령을 실행합니다.',
        en: 'Runs a command inside the container of a service.',
      },
      example: onFile('exec', 'wordpress000ex12', 'bash'),
      words: '접속 들어가기',
    },
    {
      name: 'docker compose build',
      also: ['docker-compose build'],
      does: { ko: '서비스의 이미지를 빌드합니다.', en: 'Builds the images of the services.' },
      example: onFile('build'),
    },
    {
      name: 'docker compose pull',
      also: ['docker-compose pull'],
      does: { ko: '서비스의 이미지를 내려받습니다.', en: 'Pulls the images of the services.' },
      example: onFile('pull'),
      words: '다운로드',
    },
    {
      name: 'docker compose rm',
      also: ['docker-compose rm'],
      does: { ko: '멈춘 컨테이너를 삭제합니다.', en: 'Removes containers that are stopped.' },
      example: onFile('rm'),
      words: '지우기 제거 remove',
    },
    {
      name: 'docker compose version',
      also: ['docker-compose version'],
      does: { ko: '컴포즈의 버전을 봅니다.', en: "Shows Compose's version." },
      example: { lab: 'ch07-install', begins: 'docker compose version' },
      changed: {
        ko: '`pip3 install docker-compose`는 요즘 우분투와 데비안에서 거절되고(외부 관리 환경), 설치되어도 옛 1.x입니다. 컴포즈는 도커와 함께 설치됩니다.',
        en: '`pip3 install docker-compose` is refused on current Ubuntu and Debian (externally managed environment), and gives the dead 1.x. Compose is installed with Docker.',
      },
      words: '설치 확인 pip3',
    },
  ],
};
