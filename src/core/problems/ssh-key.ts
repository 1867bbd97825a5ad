import { commandOf } from '../shell/command';
import { startAgentLine } from '../shell/own-lines';
import { defineProblem } from '../problem';

/** The key has a passphrase, which nobody is asked for. */
export const sshKeyLocked = defineProblem(
  'ssh-key-locked',
  ({ file, hasAgent }: { file: string; hasAgent: boolean }, { system }) => ({
    message: {
      ko: `이 키에는 암호(passphrase)가 걸려 있습니다: \`${file}\``,
      en: `This key has a passphrase: \`${file}\``,
    },
    remedy: {
      ko: `먼저 \`ssh-add\`로 한 번 풀고 다시 확인합니다.${system === 'windows' ? ' 에이전트에 연결할 수 없다고 하면 Windows의 서비스에서 OpenSSH Authentication Agent를 시작합니다.' : ''}${hasAgent ? '' : ' 첫째 줄은 에이전트를 시작합니다.'} 그래도 받아들이지 않으면 이 키의 공개 키(.pub)가 그 컴퓨터에 등록되어 있지 않습니다:`,
      en: `Unlock it once by \`ssh-add\`, then check again.${system === 'windows' ? ' If no agent answers, start OpenSSH Authentication Agent among the services of Windows.' : ''}${hasAgent ? '' : ' The first line starts an agent.'} If it is still refused, its public half (.pub) is not on that machine:`,
      commands: [...(hasAgent ? [] : [startAgentLine]), commandOf('ssh-add', file)],
    },
  }),
  { kind: 'cannot-tell', explained: { hasAgent: true } },
);

/** The file that was named is a public key. */
export const sshKeyPublic = defineProblem(
  'ssh-key-public',
  ({ file }: { file: string }) => ({
    message: {
      ko: `\`${file}\` 파일은 공개 키입니다. 접속할 때는 개인 키를 씁니다.`,
      en: `\`${file}\` is a public key. A login takes the private one.`,
    },
    remedy: file.endsWith('.pub')
      ? {
          ko: `\`.pub\`가 없는 파일을 씁니다: --identity ${file.slice(0, -'.pub'.length)}`,
          en: `Name the file without \`.pub\`: --identity ${file.slice(0, -'.pub'.length)}`,
        }
      : {
          ko: '이 공개 키와 짝을 이루는 개인 키 파일을 씁니다: --identity 파일',
          en: 'Name the private key that belongs to it: `--identity FILE`',
        },
  }),
  { kind: 'cannot-tell' },
);
