import type { CommandGroup } from './entry';

/** The instructions of a Dockerfile. */
export const dockerfileInstructions: CommandGroup = {
  id: 'dockerfile',
  title: { ko: 'Dockerfile에 쓰는 명령', en: 'Instructions of a Dockerfile' },
  entries: [
    {
      name: 'FROM',
      does: { ko: '바탕이 되는 이미지를 정합니다.', en: 'Names the image to begin with.' },
      example: { lab: 'ch06-dockerfile', begins: 'FROM' },
    },
    {
      name: 'COPY',
      does: {
        ko: '호스트의 파일이나 폴더를 이미지에 복사합니다.',
        en: 'Copies files or folders of the host into the image.',
      },
      example: { lab: 'ch06-dockerfile', begins: 'COPY' },
    },
    {
      name: 'ADD',
      does: {
        ko: '파일을 이미지에 넣습니다. 압축 파일은 풀고, 주소의 파일은 내려받습니다. 보통은 COPY를 씁니다.',
        en: 'Adds files to the image; unpacks archives and fetches addresses. COPY is the usual way.',
      },
      example: 'ADD site.tar.gz /usr/local/apache2/htdocs/',
      words: '추가 압축',
    },
    {
      name: 'RUN',
      does: {
        ko: '이미지를 만들 때 명령을 실행합니다.',
        en: 'Runs a command while the image is built.',
      },
      example: 'RUN apt-get update && apt-get install -y nano',
      words: '실행 설치',
    },
    {
      name: 'CMD',
      does: {
        ko: '컨테이너가 시작할 때 실행할 명령을 정합니다. `docker run` 뒤에 쓴 명령으로 바뀝니다.',
        en: 'Names the command with which a container begins; one that is written after `docker run` takes its place.',
      },
      example: 'CMD ["httpd-foreground"]',
      words: '실행 시작',
    },
    {
      name: 'ENTRYPOINT',
      does: {
        ko: '컨테이너가 시작할 때 언제나 실행할 프로그램을 정합니다.',
        en: 'Names the program with which a container always begins.',
      },
      example: 'ENTRYPOINT ["docker-entrypoint.sh"]',
      words: '실행 시작',
    },
    {
      name: 'ONBUILD',
      does: {
        ko: '이 이미지를 바탕으로 다른 이미지를 빌드할 때 실행할 명령을 정합니다.',
        en: 'Names an instruction for the build of another image that begins with this one.',
      },
      example: 'ONBUILD COPY . /usr/local/apache2/htdocs/',
      words: '빌드',
    },
    {
      name: 'EXPOSE',
      does: {
        ko: '컨테이너가 쓰는 포트를 적어 둡니다. 포트를 여는 것은 `docker run -p`입니다.',
        en: 'Notes which port the container uses; `docker run -p` is what opens it.',
      },
      example: 'EXPOSE 80',
      words: '포트 port',
    },
    {
      name: 'VOLUME',
      does: {
        ko: '볼륨이 되는 경로를 정합니다.',
        en: 'Names a path that becomes a volume.',
      },
      example: 'VOLUME /var/lib/mysql',
      words: '마운트',
    },
    {
      name: 'ENV',
      does: { ko: '환경 변수를 정합니다.', en: 'Sets an environment variable.' },
      example: 'ENV MYSQL_DATABASE=wordpress000db',
      changed: {
        ko: '`=` 없이 `ENV 이름 값`으로 쓰는 모양은 옛것입니다. `ENV 이름=값`으로 씁니다.',
        en: 'The form `ENV name value` without `=` is deprecated; write `ENV name=value`.',
      },
    },
    {
      name: 'ARG',
      does: {
        ko: '빌드할 때만 쓰는 변수를 정합니다.',
        en: 'Sets a variable for the build only.',
      },
      example: 'ARG VERSION=2.4',
      words: '인자 변수 빌드',
    },
    {
      name: 'WORKDIR',
      does: {
        ko: '그다음 명령을 실행할 폴더(작업 디렉터리)를 정합니다.',
        en: 'Names the folder in which what follows is done.',
      },
      example: 'WORKDIR /usr/local/apache2/htdocs',
      words: '디렉터리 폴더 경로',
    },
    {
      name: 'USER',
      does: {
        ko: '명령을 실행할 사용자를 정합니다.',
        en: 'Names the user who runs what follows.',
      },
      example: 'USER www-data',
      words: '권한',
    },
    {
      name: 'LABEL',
      does: {
        ko: '이미지에 만든 사람이나 버전 같은 설명을 붙입니다.',
        en: 'Gives the image a note, such as who made it.',
      },
      example: 'LABEL maintainer="kim@example.com"',
      changed: {
        ko: '`MAINTAINER` 명령은 Docker 1.13부터 쓰지 않습니다. `LABEL`로 적습니다.',
        en: '`MAINTAINER` is deprecated since Docker 1.13; use `LABEL`.',
      },
      words: '레이블 라벨 maintainer',
    },
    {
      name: 'SHELL',
      does: {
        ko: 'RUN, CMD, ENTRYPOINT에서 쓸 셸을 정합니다.',
        en: 'Names the shell of RUN, CMD and ENTRYPOINT.',
      },
      example: 'SHELL ["/bin/bash", "-c"]',
      words: '쉘',
    },
    {
      name: 'STOPSIGNAL',
      does: {
        ko: '컨테이너를 멈출 때 보낼 신호를 정합니다.',
        en: 'Names the signal with which a container is stopped.',
      },
      example: 'STOPSIGNAL SIGWINCH',
      words: '정지 종료',
    },
    {
      name: 'HEALTHCHECK',
      does: {
        ko: '컨테이너가 정상인지 확인할 명령을 정합니다.',
        en: 'Names a command that tells whether the container is well.',
      },
      example: 'HEALTHCHECK CMD curl -f http://localhost/ || exit 1',
      words: '상태 검사 헬스체크',
    },
  ],
};
