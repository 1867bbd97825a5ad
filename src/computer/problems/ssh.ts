import { defineProblem, type Maybe } from '../../core/problem';
import { commandOf, shellLine, type CommandLine } from '../../core/shell/command';
import type { Text } from '../../core/text';
import { closeLine } from '../../core/shell/own-lines';

/** No private key was found. */
export const sshKeyMissing = defineProblem(
  'ssh-key-missing',
  ({ folder = '', publics = '', broken = '' }: Maybe<'folder' | 'publics' | 'broken'>) => ({
    message: {
      ko: `SSH 개인 키가 없습니다. 찾아본 곳: \`${folder}\`, 지금 폴더의 \`.pem\` 파일.${publics ? ` 공개 키라서 쓸 수 없는 파일: ${publics}.` : ''}${broken ? ` 이름과 달리 키가 아닌 파일: ${broken}.` : ''}`,
      en: `There is no private key for SSH, neither in \`${folder}\` nor as a \`.pem\` file in this folder.${publics ? ` Public keys only: ${publics}.` : ''}${broken ? ` Named like a key, and none: ${broken}.` : ''}`,
    },
    remedy: {
      ko: 'EC2에서 받은 `.pem` 파일이 있으면 그 파일이 있는 폴더에서 다시 확인합니다. 없으면 키를 새로 만듭니다. 파일 이름을 물으면 Enter를 누르고, 암호(passphrase)를 물으면 그냥 Enter를 두 번 누릅니다:',
      en: 'If EC2 gave you a `.pem` file, check again in its folder. Otherwise make a key. Press Enter where it asks for the file, and twice where it asks for a passphrase:',
      commands: ['ssh-keygen -t ed25519'],
    },
  }),
  { isStillToDo: () => true },
);

/** Others can read the private key, so that ssh does not use it. */
export const sshKeyOpen = defineProblem(
  'ssh-key-open',
  ({ file, who = '' }: { file: string } & Maybe<'who'>) => {
    const readers = readersOf(who);
    return {
      message: {
        ko: `\`${file}\` 개인 키를 다른 사용자도 읽을 수 있어 ssh가 쓰지 않습니다(UNPROTECTED PRIVATE KEY FILE).${readers.ko}`,
        en: `Others can read the private key \`${file}\`, so ssh does not use it (UNPROTECTED PRIVATE KEY FILE).${readers.en}`,
      },
      remedy: {
        ko: '나만 읽을 수 있게 바꿉니다:',
        en: 'Close it to everybody but you:',
        commands: [closeLine(file)],
      },
    };
  },
);

/** Those who can read a key: accounts on Windows, elsewhere the mode of the file. */
function readersOf(who: string): Text {
  if (who === '') return { ko: '', en: '' };
  return /^[0-7]{3}$/.test(who)
    ? { ko: ` 권한: ${who}`, en: ` Its mode: ${who}` }
    : { ko: ` 읽을 수 있는 사용자: ${who}`, en: ` Who can: ${who}` };
}

/** The key is PuTTY's kind, which ssh cannot read. */
export const sshKeyOfPutty = defineProblem('ssh-key-putty', ({ file }: { file: string }) => ({
  message: {
    ko: `\`${file}\` 파일은 PuTTY의 키(ppk)라서 ssh로는 쓸 수 없습니다.`,
    en: `\`${file}\` is a key of PuTTY (ppk), which ssh cannot read.`,
  },
  remedy: {
    ko: 'PuTTYgen에서 그 파일을 열고 [Conversions] > [Export OpenSSH key]로 저장한 파일을 씁니다.',
    en: 'Open it in PuTTYgen and save it by Conversions > Export OpenSSH key; use that file.',
  },
}));

/** ssh and a key are there; no machine was named to which they lead. */
export const sshNotTried = defineProblem(
  'ssh-not-tried',
  ({
    host = 'ubuntu@203.0.113.7',
    identity,
    isKnown = false,
  }: Maybe<'host' | 'identity'> & { readonly isKnown?: boolean }) => ({
    message: {
      ko: '아직 다른 컴퓨터에 접속해 보지 않았습니다.',
      en: 'No connection to another machine was tried yet.',
    },
    remedy: {
      ko: isKnown
        ? '이 실습 컴퓨터에 접속해 보고 확인합니다:'
        : `접속할 컴퓨터의 ${identity ? '주소를' : '주소와 키 파일을'} 바꿔 써서 접속해 보고 확인합니다:`,
      en: isKnown
        ? 'Log in to this practice machine, and check it:'
        : `Put in the address${identity ? '' : ' and the key'} of your machine; log in, and check it:`,
      commands: [
        loginLine(host, identity ?? 'mykey.pem'),
        shellLine`dkkb check app-ssh --on ssh://${host} --identity ${identity ?? 'mykey.pem'}`,
      ],
    },
  }),
  { isStillToDo: () => true, explained: { isKnown: true } },
);

function loginLine(host: string, identity: string) {
  const [, address = '', port] = /^(.*?)(?::(\d{1,5}))?$/.exec(host) ?? [];
  return commandOf('ssh', '-i', identity, ...(port ? ['-p', port] : []), address);
}

/** A machine was reached before; now none was named. */
export const sshPassedThere = defineProblem(
  'ssh-passed-there',
  ({ again }: { again: CommandLine }) => ({
    message: {
      ko: '전에 다른 컴퓨터에 접속해 통과했습니다. 이번에는 접속할 컴퓨터를 쓰지 않아 다시 확인하지 않았습니다.',
      en: 'It was passed before on another machine. No machine was named this time, so it was not checked again.',
    },
    remedy: {
      ko: '다시 확인하려면 그 컴퓨터를 씁니다:',
      en: 'To check it again, name that machine:',
      commands: [again],
    },
  }),
  {
    isStillToDo: () => true,
    explained: { again: commandOf('dkkb', 'check', 'app-ssh', '--on', 'vm') },
  },
);

/** The practice VM of this computer runs, and can be logged in to. */
export const sshNotTriedOnVm = defineProblem(
  'ssh-not-tried-vm',
  () => ({
    message: {
      ko: '아직 실습 VM에 접속해 보지 않았습니다. VM은 켜져 있습니다.',
      en: 'No connection to the practice VM was tried yet. The VM is on.',
    },
    remedy: {
      ko: '접속해 보고(`exit`로 나옵니다) 확인합니다:',
      en: 'Log in (`exit` ends it), and check it:',
      commands: ['dkkb vm ssh', 'dkkb check app-ssh --on vm'],
    },
  }),
  { isStillToDo: () => true },
);
