import { hasPrivateKey, sshAnswers, sshConnects } from '../../src/computer/checks/ssh';
import { sshNotTriedOnVm, sshPassedThere } from '../../src/computer/problems/ssh';
import { computerFolder } from '../../src/core/machine/paths';
import { readRecord } from '../../src/core/machine/records';
import { commandOf } from '../../src/core/shell/command';
import type { ComputerProbe } from '../lab';

/** The options with which another machine was reached before. */
async function passedBefore(): Promise<readonly string[] | undefined> {
  return (await readRecord(computerFolder(), 'app-ssh')).passedOn;
}

/** The key with which it was reached. */
async function keyBefore(): Promise<readonly string[]> {
  const words = (await passedBefore()) ?? [];
  return words.slice(words.indexOf('--identity') + 1 || words.length).slice(0, 1);
}

/** The machine to which SSH has led before; else the practice VM, which is at hand where it runs. */
async function machineToTry() {
  const passedOn = await passedBefore();
  if (passedOn)
    return sshPassedThere({ again: commandOf('dkkb', 'check', 'app-ssh', ...passedOn) });
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
  elsewhere: ['--on', 'vm'],
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
      ko: '실습 컴퓨터가 없으면 `dkkb vm up`으로 만듭니다. `ssh -i 키파일 사용자@주소`(VM은 `dkkb vm ssh`)로 접속합니다. `exit`로 나옵니다.',
      en: 'If you have no practice machine, `dkkb vm up` makes one. Log in with `ssh -i KEYFILE USER@ADDRESS` (to the VM with `dkkb vm ssh`); `exit` ends it.',
    },
    {
      ko: '실습 VM은 `dkkb check app-ssh --on vm`으로, 다른 컴퓨터는 `dkkb check app-ssh --on ssh://사용자@주소 --identity 키파일`로 확인합니다.',
      en: 'Check it with `dkkb check app-ssh --on vm` for the practice VM, or with `dkkb check app-ssh --on ssh://USER@ADDRESS --identity KEYFILE` for another machine.',
    },
  ],
  hint: {
    ko: '개인 키는 `-i` 뒤에 씁니다. 이름이 `.pub`로 끝나는 파일은 공개 키입니다. EC2 우분투의 사용자 이름은 `ubuntu`입니다.',
    en: 'The private key stands after `-i`; the file that ends with `.pub` is the public one. The user of Ubuntu on EC2 is `ubuntu`.',
  },
  checks: [sshAnswers(), hasPrivateKey(keyBefore), sshConnects(machineToTry)],
};
