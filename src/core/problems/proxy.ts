import { curlLine } from '../shell/own-lines';
import { defineProblem, type Maybe } from '../problem';

/** The proxy that leads outside is not there, or lets nothing pass. */
export const proxyRefused = defineProblem(
  'proxy-refused',
  ({ proxy = '', said = '' }: Maybe<'proxy' | 'said'>) => ({
    message: {
      ko: `프록시 ${proxy} 때문에 밖으로 나갈 수 없습니다: ${said}`,
      en: `The proxy ${proxy} does not lead outside: ${said}`,
    },
    remedy: {
      ko: '`HTTPS_PROXY`의 주소가 맞는지 봅니다. 401이나 407이면 사용자와 비밀번호도 적습니다(http://사용자:비밀번호@주소:포트). 프록시 없이 나갈 수 있는 곳은 `NO_PROXY`에 적습니다. 같은 길로 나가 보기:',
      en: 'See whether the address in `HTTPS_PROXY` is right. After 401 or 407 it needs a user and a password, too (http://USER:PASSWORD@HOST:PORT). What is reached without it belongs into `NO_PROXY`. To try the same way:',
      commands: [curlLine('-I', 'https://checkip.amazonaws.com')],
    },
  }),
  { kind: 'cannot-tell' },
);
