import { commandOf, type CommandLine } from '../shell/command';
import { closeLine } from '../shell/own-lines';
import type { Remedy } from '../problem';
import { defineProblem, type Maybe } from '../problem';

type Values = Readonly<Record<string, string>>;

function login({
  user = '',
  host = '',
  port = '22',
  identity = '',
}: Maybe<'user' | 'host' | 'port' | 'identity'>): CommandLine {
  return commandOf(
    'ssh',
    ...(identity ? ['-i', identity] : []),
    ...(port === '22' ? [] : ['-p', port]),
    user ? `${user}@${host}` : host,
  );
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
  { kind: 'cannot-tell' },
);

function loginRemedy({ said = '', identity = '' }: Maybe<'said' | 'identity'>): Remedy {
  if (identity && said.includes('bad permissions'))
    return {
      ko: '개인 키 파일을 다른 사용자도 읽을 수 있어서 ssh가 쓰지 않았습니다. 나만 읽을 수 있게 바꿉니다:',
      en: 'Others can read the private key, so ssh did not use it. Close it to them:',
      commands: [closeLine(identity)],
    };
  if (identity && said.startsWith('Load key'))
    return {
      ko: `\`${identity}\` 파일은 ssh가 읽을 수 있는 개인 키가 아닙니다. 이름이 .pub로 끝나지 않는 개인 키 파일을 지정합니다: --identity 파일`,
      en: `\`${identity}\` is not a private key that ssh can read. Name the private key, not the file that ends with .pub: \`--identity FILE\``,
    };
  return {
    ko: '사용자 이름을 확인하고, 그 컴퓨터에 등록된 공개 키와 짝을 이루는 개인 키 파일을 지정합니다: --identity 파일',
    en: 'Check the user name, and give the private key whose public key is on that machine: `--identity FILE`',
  };
}

/** The SSH server accepts none of the keys. */
export const sshDenied = defineProblem(
  'ssh-denied',
  (values: Values) => ({
    message: {
      ko: `\`${values['host'] ?? ''}\` 컴퓨터가 ${values['user'] ? `\`${values['user']}\` 사용자의 ` : ''}로그인을 받아들이지 않습니다. 메시지: ${values['said'] ?? ''}`,
      en: `\`${values['host'] ?? ''}\` does not let ${values['user'] ? `the user \`${values['user']}\`` : 'you'} in. It says: ${values['said'] ?? ''}`,
    },
    remedy: loginRemedy(values),
  }),
  { kind: 'cannot-tell' },
);

/** Another machine's key than the known one answers there. */
export const sshHostChanged = defineProblem(
  'ssh-host-changed',
  (values: Values) => {
    const { host = '', port = '22', knownHosts = '' } = values;
    const file = knownHosts ? ['-f', knownHosts] : [];
    const entry = values['entry'] ?? (port === '22' ? host : `[${host}]:${port}`);
    return {
      message: {
        ko: `\`${host}\` 주소에서 전에 알던 것과 다른 컴퓨터가 응답합니다(호스트 키가 다릅니다).`,
        en: `Another machine than the known one answers at \`${host}\` (its host key differs).`,
      },
      remedy: {
        ko: '그 주소의 컴퓨터를 새로 만든 것이 아니라면 접속하지 않습니다. 새로 만들었다면 옛 호스트 키를 지우고 다시 합니다:',
        en: 'If that machine was not made again, do not connect. If it was, remove the old key and try again:',
        commands: [commandOf('ssh-keygen', ...file, '-R', entry)],
      },
    };
  },
  { kind: 'cannot-tell' },
);

/** The other machine's login prints something, or ends, before a command is run. */
export const remoteShellNoisy = defineProblem(
  'remote-shell-noisy',
  ({ said = '' }: Maybe<'said'>) => ({
    message: {
      ko: `SSH로 접속했지만 그 컴퓨터의 셸이 명령을 그대로 실행하지 않습니다. \`pwd\` 명령의 답: ${said || '없음'}`,
      en: `SSH answers, and the shell of that machine does not just run a command. To \`pwd\` it says: ${said || 'nothing'}`,
    },
    remedy: {
      ko: '그 컴퓨터의 `~/.bashrc`에 글을 출력하는 줄(echo)이나 셸을 끝내는 줄(exit)이 있으면, 터미널에서만 실행되게 파일 첫머리에 이 줄을 넣습니다: `case $- in *i*) ;; *) return;; esac`',
      en: 'Where `~/.bashrc` there prints (echo) or ends the shell (exit), let it do so at a terminal only, by this line at its beginning: `case $- in *i*) ;; *) return;; esac`',
    },
  }),
  { kind: 'cannot-tell' },
);

/** The checks on another machine took longer than they may. */
export const remoteCheckSlow = defineProblem(
  'remote-check-slow',
  ({ host = '', seconds = '' }: Maybe<'host' | 'seconds'>) => ({
    message: {
      ko: `\`${host}\` 컴퓨터를 확인하는 데 ${seconds}초가 넘게 걸려 그만두었습니다.`,
      en: `The check of \`${host}\` took more than ${seconds} s and was given up.`,
    },
    remedy: {
      ko: '그 컴퓨터가 바쁘다면 잠시 뒤 다시 확인합니다. 그래도 같으면 그 컴퓨터에 로그인해서 도커와 파일을 직접 봅니다.',
      en: 'If that machine is busy, check again in a moment. If it stays like that, log in to it and look at Docker and the files there.',
    },
  }),
  { kind: 'cannot-tell' },
);

/** The other machine is reached, and its kubectl knows no cluster. */
export const remoteClusterMissing = defineProblem(
  'remote-cluster-missing',
  ({ said = '' }: Maybe<'said'>) => ({
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
  { kind: 'cannot-tell' },
);

/** No browser prints the cards here. */
export const browserMissing = defineProblem(
  'browser-missing',
  ({ program = '' }: Maybe<'program'>) => ({
    message: {
      ko: `PDF를 만들 브라우저가 없습니다${program ? ` (${program})` : ''}. HTML 파일은 만들어져 있습니다.`,
      en: `No browser is there to make the PDF${program ? ` (${program})` : ''}. The HTML file is made.`,
    },
    remedy: {
      ko: 'Chrome, Edge, Chromium 가운데 하나를 설치한 뒤 다시 하거나(데비안: sudo apt-get install chromium fonts-nanum), DKKB_BROWSER 변수에 브라우저의 경로를 지정합니다. HTML 파일을 브라우저에서 열어 인쇄해도 됩니다.',
      en: 'Install Chrome, Edge or Chromium and try again (Debian: sudo apt-get install chromium fonts-nanum), or name the program in DKKB_BROWSER. The HTML file can also be printed from any browser.',
    },
  }),
  { kind: 'cannot-tell' },
);
