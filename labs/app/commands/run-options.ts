import type { CommandOption } from './entry';

/** The options of `docker run` that the book uses, and those that its readers meet. */
export const runOptions: readonly CommandOption[] = [
  {
    flags: '--name',
    value: 'apa000ex2',
    does: { ko: '컨테이너의 이름을 정합니다.', en: 'Gives the container a name.' },
  },
  {
    flags: '-d, --detach',
    does: {
      ko: '백그라운드에서 실행합니다. 터미널을 바로 다시 쓸 수 있습니다.',
      en: 'Runs it in the background, so that the terminal stays free.',
    },
  },
  {
    flags: '-i, --interactive',
    does: {
      ko: '키보드 입력을 컨테이너에 전달합니다. 보통 `-t` 옵션과 함께 `-it`로 씁니다.',
      en: 'Hands what is typed to the container; mostly as `-it`, with `-t`.',
    },
  },
  {
    flags: '-t, --tty',
    does: { ko: '컨테이너에 터미널을 연결합니다.', en: 'Gives the container a terminal.' },
  },
  {
    flags: '-p, --publish',
    value: '8080:80',
    does: {
      ko: '호스트 포트를 컨테이너 포트에 연결합니다. 순서는 `호스트 포트:컨테이너 포트`입니다.',
      en: 'Connects a host port to a container port, in this order: `host port:container port`.',
    },
  },
  {
    flags: '-v, --volume',
    value: 'apa000vol1:/usr/local/apache2/htdocs',
    does: {
      ko: '볼륨이나 호스트 폴더를 컨테이너 안의 경로에 마운트합니다.',
      en: 'Mounts a volume or a host folder at a path in the container.',
    },
  },
  {
    flags: '-e, --env',
    value: 'MYSQL_ROOT_PASSWORD=myrootpass',
    does: { ko: '환경 변수를 넣습니다.', en: 'Sets an environment variable.' },
  },
  {
    flags: '--network, --net',
    value: 'wordpress000net1',
    does: {
      ko: '컨테이너를 네트워크에 연결합니다. 책의 `--net`은 옛 이름이며 지금도 쓸 수 있습니다. 문서에는 `--network`만 나옵니다.',
      en: "Connects the container to a network. The book's `--net` is the old name and still works; the documentation has `--network` only.",
    },
  },
  {
    flags: '--rm',
    does: {
      ko: '컨테이너가 끝나면 컨테이너를 삭제합니다.',
      en: 'Removes the container when it ends.',
    },
  },
  {
    flags: '--restart',
    value: 'always',
    does: {
      ko: '컨테이너가 끝났을 때 다시 시작할지 정합니다: no, on-failure, always, unless-stopped.',
      en: 'Says whether it is started again when it ends: no, on-failure, always, unless-stopped.',
    },
  },
  {
    flags: '--link',
    value: 'mysql000ex11',
    does: {
      ko: '컨테이너끼리 연결하던 옛 방법입니다. 지금은 `docker network create`로 네트워크를 만들고 `--network`로 연결합니다.',
      en: 'The old way to connect containers. Today make a network with `docker network create` and use `--network`.',
    },
  },
];
