import { placeholderText } from '../../core/placeholder';
import type { Text } from '../../core/text';
import { changeInFile } from './in-file';
import { shellLine } from '../../core/shell/command';
import type { Again } from './again';
import { defineProblem } from '../../core/problem';

/** Nothing answers at the URL. */
export const noAnswer = defineProblem(
  'http-no-answer',
  ({ url, name, error }: { url: string; name: string; error: string }) => ({
    message: {
      ko: `${url} 주소가 응답하지 않습니다(${error}). \`${name}\` 컨테이너는 실행 중입니다.`,
      en: `${url} does not answer (${error}), although the container \`${name}\` runs.`,
    },
    remedy: {
      ko: `막 시작했다면 잠시 뒤 다시 확인하고, 그래도 안 되면 로그를 봅니다:`,
      en: `If it has just started, check again in a moment; otherwise read its log:`,
      commands: [shellLine`docker logs ${name}`],
    },
  }),
  { kind: 'waiting' },
);

/** The server fails at answering, as it may while it starts. */
export const serverError = defineProblem('http-server-error', statusWords, { kind: 'waiting' });

/** The server refuses the page, or has none there. */
export const statusWrong = defineProblem('http-status', statusWords);

function statusWords({ url, name, status }: { url: string; name: string; status: string }) {
  return {
    message: {
      ko: `${url} 주소가 오류로 응답합니다(상태 코드 ${status}).`,
      en: `${url} answers with the error ${status}.`,
    },
    remedy: {
      ko: '서버의 로그에서 까닭을 찾습니다:',
      en: "The server's log says why:",
      commands: [shellLine`docker logs ${name}`],
    },
  };
}

/** The server answers with another page than the exercise's. */
export const pageWrong = defineProblem(
  'page-wrong',
  ({
    url,
    name,
    wanted,
    found,
    remove,
    run,
  }: Again & { url: string; wanted: Text; found: string }) => ({
    message: {
      ko: `${url} 주소에 다른 페이지가 나옵니다. 나와야 하는 것: ${wanted.ko}. 지금 나오는 것: ${found}`,
      en: `${url} should show ${wanted.en}, and shows another page: ${found}`,
    },
    remedy: {
      ko: `\`${name}\` 컨테이너 안의 파일을 바꿨거나 다른 폴더를 마운트했다면 지우고 다시 만듭니다:`,
      en: `If files inside \`${name}\` were changed, or a folder was mounted over them, remove it and make it again:`,
      commands: [remove, run],
    },
  }),
  { inFile: changeInFile, explained: { wanted: placeholderText('wanted') } },
);

/** The application answers, and says that it cannot reach its database. */
export const databaseUnreachable = defineProblem(
  'page-without-database',
  ({ url, name, databases }: { url: string; name: string; databases: string }) => ({
    message: {
      ko: `${url} 주소가 응답하지만 \`${name}\` 컨테이너가 데이터베이스(${databases})에 연결하지 못합니다.`,
      en: `${url} answers, but the container \`${name}\` cannot reach its database (${databases}).`,
    },
    remedy: {
      ko: '데이터베이스가 막 시작했다면 잠시 뒤 다시 확인합니다. 그래도 안 되면 두 컨테이너의 네트워크와 환경 변수를 확인합니다:',
      en: 'If the database has just started, check again in a moment; otherwise compare the networks and the variables of the two containers:',
      commands: [shellLine`docker logs ${name}`],
    },
  }),
  { kind: 'waiting' },
);
