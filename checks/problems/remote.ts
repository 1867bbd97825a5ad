import { shellLine, shellWord } from '../../labs/commands';
import { practiceMachine } from '../../labs/practice-machine';
import { defineProblem } from './problem';

type Values = Readonly<Record<string, string>>;

function login({ user = '', host = '', port = '22', identity = '' }: Values): string {
  return [
    'ssh',
    ...(identity ? ['-i', identity] : []),
    ...(port === '22' ? [] : ['-p', port]),
    user ? `${user}@${host}` : host,
  ]
    .map(shellWord)
    .join(' ');
}

/** No SSH server answers there. */
export const sshUnreachable = defineProblem(
  'ssh-unreachable',
  (values: Values) => ({
    message: {
      ko: `\`${values['host'] ?? ''}\` 컴퓨터의 ${values['port'] ?? ''}번 포트에 SSH로 연결할 수 없습니다. 메시지: ${values['said'] ?? ''}`,
      en: `No SSH connection to \`${values['host'] ?? ''}\`, port ${values['port'] ?? ''}. It says: ${values['said'] ?? ''}`,
    },
    remedy: {
      ko: '주소와 포트, 그 컴퓨터가 켜져 있는지를 확인하고 직접 접속해 봅니다:',
      en: 'Check the address, the port and whether that machine is on, then connect by hand:',
      commands: [login(values)],
    },
  }),
  'cannot-tell',
);

/** The SSH server accepts none of the keys. */
export const sshDenied = defineProblem(
  'ssh-denied',
  (values: Values) => ({
    message: {
      ko: `\`${values['host'] ?? ''}\` 컴퓨터가 ${values['user'] ? `\`${values['user']}\` 사용자의 ` : ''}로그인을 받아들이지 않습니다. 메시지: ${values['said'] ?? ''}`,
      en: `\`${values['host'] ?? ''}\` does not let ${values['user'] ? `the user \`${values['user']}\`` : 'you'} in. It says: ${values['said'] ?? ''}`,
    },
    remedy: {
      ko: '사용자 이름을 확인하고, 그 컴퓨터에 등록된 공개 키와 짝을 이루는 개인 키 파일을 지정합니다: --identity FILE',
      en: 'Check the user name, and name the private key whose public half is known there: --identity FILE',
    },
  }),
  'cannot-tell',
);

/** Another machine's key than the known one answers there. */
export const sshHostChanged = defineProblem(
  'ssh-host-changed',
  (values: Values) => {
    const { host = '', port = '22', knownHosts = '' } = values;
    const file = knownHosts ? shellLine`-f ${knownHosts} ` : '';
    const entry = values['entry'] ?? (port === '22' ? host : `[${host}]:${port}`);
    return {
      message: {
        ko: `\`${host}\` 주소에서 전에 알던 것과 다른 컴퓨터가 응답합니다(호스트 키가 다릅니다).`,
        en: `Another machine than the known one answers at \`${host}\` (its host key differs).`,
      },
      remedy: {
        ko: '그 주소의 컴퓨터를 새로 만들었다면 옛 호스트 키를 지우고 다시 합니다. 아니라면 접속하지 마세요:',
        en: 'If that machine was made anew, forget the old key and try again; if not, do not connect:',
        commands: [`ssh-keygen ${file}${shellLine`-R ${entry}`}`],
      },
    };
  },
  'cannot-tell',
);

/** The other machine is reached, and its engine does not answer there. */
export const remoteEngineSilent = defineProblem(
  'remote-engine-silent',
  ({ said = '' }: Values) => ({
    message: {
      ko: `SSH로 접속했지만 그 컴퓨터의 도커 엔진이 응답하지 않습니다. 메시지: ${said}`,
      en: `SSH answers, and the Docker Engine of that machine does not. It says: ${said}`,
    },
    remedy: {
      ko: '설치가 아직 끝나지 않았을 수 있습니다. 그 컴퓨터에서 설치 기록과 엔진을 봅니다:',
      en: 'Its installation may still be running. Look at its log and its engine there:',
      commands: [`tail ${practiceMachine.log}`, 'docker version'],
    },
  }),
  'cannot-tell',
);

/** The other machine is reached, and its kubectl knows no cluster. */
export const remoteClusterMissing = defineProblem(
  'remote-cluster-missing',
  ({ said = '' }: Values) => ({
    message: {
      ko: `SSH로 접속했지만 그 컴퓨터에는 쓸 수 있는 쿠버네티스 클러스터가 없습니다${said ? `. 메시지: ${said}` : '.'}`,
      en: `SSH answers, and that machine has no Kubernetes cluster to use${said ? `. It says: ${said}` : '.'}`,
    },
    remedy: {
      ko: '그 컴퓨터에서 클러스터를 시작한 뒤 다시 확인합니다:',
      en: 'Start a cluster on that machine, then check again:',
      commands: ['minikube start --driver=docker'],
    },
  }),
  'cannot-tell',
);

/** No browser prints the cards here. */
export const browserMissing = defineProblem(
  'browser-missing',
  ({ program = '' }: Values) => ({
    message: {
      ko: `PDF를 만들 브라우저가 없습니다${program ? ` (${program})` : ''}. HTML 파일은 만들어져 있습니다.`,
      en: `No browser is there to make the PDF${program ? ` (${program})` : ''}. The HTML file is made.`,
    },
    remedy: {
      ko: 'Chrome, Edge, Chromium 가운데 하나를 설치한 뒤 다시 하거나(데비안: sudo apt-get install chromium fonts-nanum), DKKB_BROWSER 변수에 브라우저의 경로를 지정합니다. HTML 파일을 브라우저에서 열어 인쇄해도 됩니다.',
      en: 'Install Chrome, Edge or Chromium and try again (Debian: sudo apt-get install chromium fonts-nanum), or name the program in DKKB_BROWSER. The HTML file can also be printed from any browser.',
    },
  }),
  'cannot-tell',
);
