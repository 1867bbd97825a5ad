import { hasPrivateKey, sshAnswers, sshConnects } from '../../src/computer/checks/ssh';
import { sshNotTriedOnVm } from '../../src/computer/problems/ssh';
import { vmFile } from '../../src/vm/place';
import type { ComputerProbe } from '../lab';

/** The practice VM is what the reader has at hand, where it runs. */
async function vmToTry() {
  const { lookAtVm } = await import('../../src/vm/look');
  return (await lookAtVm()).state === 'running' ? sshNotTriedOnVm({}) : undefined;
}

/** another machine, reached by SSH. */
export const ssh: ComputerProbe = {
  id: 'app-ssh',
  section: 'A-10',
  title: { ko: 'SSH로 접속하기', en: 'Log in by SSH' },
  platform: 'machine',
  of: 'computer',
  commands: ['ssh -V'],
  task: [
    {
      ko: '터미널에 `ssh -V` 명령을 입력합니다. 버전이 나오면 ssh가 있습니다.',
      en: 'Type `ssh -V`; it tells its version.',
    },
    {
      ko: '개인 키 파일을 나만 읽을 수 있게 합니다. EC2에서 받은 `.pem` 파일도 그렇게 합니다.',
      en: 'Close the file of your private key to everybody else, also the `.pem` file that EC2 gave you.',
    },
    {
      ko: '실습 컴퓨터(EC2의 VM, 실습 VM, 실습 컨테이너)에 접속하고, `dkkb check app-ssh --on ssh://사용자@주소 --identity 키파일`로 확인합니다.',
      en: 'Log in to the practice machine (a VM on EC2, the practice VM, the practice container), and check it with `dkkb check app-ssh --on ssh://USER@ADDRESS --identity KEYFILE`.',
    },
  ],
  hint: {
    ko: '개인 키는 `-i` 뒤에 씁니다. 이름이 `.pub`로 끝나는 파일은 공개 키입니다. EC2 우분투의 사용자 이름은 `ubuntu`입니다.',
    en: 'The private key stands after `-i`; the file that ends with `.pub` is the public one. The user of Ubuntu on EC2 is `ubuntu`.',
  },
  checks: [sshAnswers(), hasPrivateKey(() => [vmFile('identity')]), sshConnects(vmToTry)],
};
