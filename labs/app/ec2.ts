import { isOnEc2, isPracticeReady, isUbuntu } from '../../src/computer/checks/ec2';
import type { ComputerProbe } from '../lab';

/** Ubuntu on EC2. */
export const ec2: ComputerProbe = {
  id: 'app-ec2',
  section: 'A-10',
  title: { ko: 'EC2에 우분투 VM 만들기', en: 'An Ubuntu VM on EC2' },
  platform: 'machine',
  of: 'computer',
  commands: ['npx cdktf deploy practice-vm'],
  elsewhere: ['--on', 'ssh://ubuntu@203.0.113.7', '--identity', 'mykey.pem'],
  task: [
    {
      ko: 'EC2에 우분투 VM을 만듭니다. AWS 콘솔에서 만들어도 되고, 프로젝트 폴더에서 `npx cdktf deploy practice-vm` 명령으로 만들어도 됩니다. 요금이 듭니다.',
      en: 'Make an Ubuntu VM on EC2: in the console of AWS, or in the project folder with `npx cdktf deploy practice-vm`. It costs money.',
    },
    {
      ko: '`ssh -i 키파일 ubuntu@주소`로 접속해 봅니다. `exit`로 나옵니다.',
      en: 'Log in with `ssh -i KEYFILE ubuntu@ADDRESS`; `exit` ends it.',
    },
    {
      ko: '`dkkb check app-ec2 --on ssh://ubuntu@주소 --identity 키파일`로 확인합니다. VM 안에서 `dkkb check app-ec2`로 확인해도 됩니다.',
      en: 'Check it with `dkkb check app-ec2 --on ssh://ubuntu@ADDRESS --identity KEYFILE`, or on the VM itself with `dkkb check app-ec2`.',
    },
    {
      ko: '다 쓰면 없앱니다: 콘솔에서 [인스턴스 종료], 또는 `npx cdktf destroy practice-vm`.',
      en: 'Take it away when you are done: Terminate instance in the console, or `npx cdktf destroy practice-vm`.',
    },
  ],
  hint: {
    ko: 'AWS 계정에서 준비할 것과 요금은 docs/aws.md에 있습니다. 계정이 없으면 이 컴퓨터에 실습 VM을 만드는 `dkkb vm up`을 씁니다.',
    en: 'What AWS needs and costs is in docs/aws.md. Without an account, `dkkb vm up` makes a practice VM on this computer.',
  },
  checks: [isOnEc2(), isUbuntu(), isPracticeReady()],
};
