import { commandOf, shellLine } from '../../../src/core/shell/command';
import type { CommandGroup } from './entry';

/** What is done inside a container, and what is asked about it. */
export const dockerInside: CommandGroup = {
  id: 'inside',
  title: { ko: '컨테이너 안과 상태', en: 'Inside containers, and their state' },
  entries: [
    {
      name: 'docker container exec',
      also: ['docker exec'],
      does: {
        ko: '실행 중인 컨테이너 안에서 명령을 실행합니다.',
        en: 'Runs a command inside a running container.',
      },
      options: [
        {
          flags: '-i, --interactive',
          does: { ko: '키보드 입력을 전달합니다.', en: 'Hands over what is typed.' },
        },
        {
          flags: '-t, --tty',
          does: { ko: '터미널을 연결합니다.', en: 'Gives it a terminal.' },
        },
      ],
      example: shellLine`docker exec -it apa000ex2 bash`,
      changed: {
        ko: 'MariaDB 11 이미지부터 `mysql` 명령이 없습니다. `mariadb` 명령을 씁니다.',
        en: 'Since MariaDB 11 the image has no command `mysql`; it is `mariadb`.',
      },
      words: '들어가기 접속 쉘 셸 shell bash',
    },
    {
      name: 'docker container cp',
      also: ['docker cp'],
      does: {
        ko: '호스트와 컨테이너 사이에서 파일을 복사합니다. `복사할 것 놓을 곳` 순서로 씁니다.',
        en: 'Copies files between host and container: what is copied first, then where to.',
      },
      example: { lab: 'ch06-copy-in', begins: 'docker cp' },
      words: '복사 copy',
    },
    {
      name: 'docker container commit',
      also: ['docker commit'],
      does: {
        ko: '컨테이너로 새 이미지를 만듭니다.',
        en: 'Makes a new image of a container.',
      },
      example: { lab: 'ch06-commit', begins: 'docker commit' },
      words: '이미지 만들기 생성 커밋',
    },
    {
      name: 'docker container logs',
      also: ['docker logs'],
      does: {
        ko: '컨테이너가 출력한 로그를 봅니다.',
        en: 'Shows what a container has printed.',
      },
      options: [
        {
          flags: '-f, --follow',
          does: { ko: '새 로그를 계속 봅니다.', en: 'Goes on with what is printed next.' },
        },
        {
          flags: '-n, --tail',
          value: '20',
          does: { ko: '마지막 몇 줄만 봅니다.', en: 'Shows the last lines only.' },
        },
      ],
      example: commandOf('docker', 'logs', 'mysql000ex11'),
      words: '오류 에러 확인 error',
    },
    {
      name: 'docker container inspect',
      does: {
        ko: '컨테이너의 자세한 정보를 봅니다(네트워크, 볼륨, 환경 변수 등).',
        en: 'Shows all about a container: networks, volumes, environment variables and so on.',
      },
      example: commandOf('docker', 'container', 'inspect', 'apa000ex20'),
      words: '상세 정보 마운트 확인',
    },
    {
      name: 'docker container port',
      also: ['docker port'],
      does: {
        ko: '컨테이너의 어느 포트가 호스트의 어느 포트에 연결되었는지 봅니다.',
        en: 'Shows which host ports lead to a container.',
      },
      example: commandOf('docker', 'port', 'apa000ex2'),
      words: '포트 연결',
    },
    {
      name: 'docker container top',
      also: ['docker top'],
      does: {
        ko: '컨테이너 안에서 실행 중인 프로세스를 봅니다.',
        en: 'Lists the processes of a container.',
      },
      example: commandOf('docker', 'top', 'apa000ex2'),
    },
    {
      name: 'docker container stats',
      also: ['docker stats'],
      does: {
        ko: '컨테이너가 쓰는 CPU와 메모리를 봅니다.',
        en: 'Shows how much processor and memory containers use.',
      },
      options: [
        {
          flags: '--no-stream',
          does: { ko: '한 번만 봅니다.', en: 'Shows it once.' },
        },
      ],
      example: commandOf('docker', 'stats', '--no-stream'),
    },
    {
      name: 'docker container rename',
      also: ['docker rename'],
      does: {
        ko: '컨테이너의 이름을 바꿉니다.',
        en: 'Gives a container another name.',
      },
      example: commandOf('docker', 'rename', 'web', 'apa000ex2'),
      words: '이름 변경',
    },
    {
      name: 'docker container prune',
      does: {
        ko: '멈춘 컨테이너를 모두 삭제합니다. 다른 실습의 것도 삭제되므로 먼저 `docker ps -a`로 봅니다.',
        en: 'Removes every container that is stopped, those of other work too: look at `docker ps -a` first.',
      },
      example: commandOf('docker', 'container', 'prune'),
      words: '정리 전부 지우기',
    },
  ],
};
