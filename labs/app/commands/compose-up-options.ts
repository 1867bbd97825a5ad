import type { CommandOption } from './entry';

/** The options of `docker compose up` that the book lists. */
export const upOptions: readonly CommandOption[] = [
  {
    flags: '-d, --detach',
    does: { ko: '백그라운드에서 실행합니다.', en: 'Runs it in the background.' },
  },
  {
    flags: '--build',
    does: { ko: '이미지를 먼저 빌드합니다.', en: 'Builds the images first.' },
  },
  {
    flags: '--no-build',
    does: { ko: '이미지를 빌드하지 않습니다.', en: 'Builds no image.' },
  },
  {
    flags: '--force-recreate',
    does: {
      ko: '바뀐 것이 없어도 컨테이너를 다시 만듭니다.',
      en: 'Makes the containers again although nothing has changed.',
    },
  },
  {
    flags: '--no-deps',
    does: {
      ko: '`depends_on`의 서비스는 시작하지 않습니다.',
      en: 'Does not start the services of `depends_on`.',
    },
  },
  {
    flags: '--abort-on-container-exit',
    does: {
      ko: '컨테이너가 하나라도 끝나면 모두 멈춥니다.',
      en: 'Stops all when one container ends.',
    },
  },
  {
    flags: '-t, --timeout',
    value: '10',
    does: { ko: '강제로 끝내기 전에 기다리는 초', en: 'Seconds to wait before a kill.' },
  },
  {
    flags: '--remove-orphans',
    does: {
      ko: '파일에 없는 서비스의 컨테이너를 삭제합니다.',
      en: 'Removes containers of services that the file does not have.',
    },
  },
  {
    flags: '--scale',
    value: 'wordpress000ex12=2',
    does: { ko: '서비스의 컨테이너 수', en: 'The number of containers of a service.' },
  },
];
