import { defineProblem, type Maybe, type Remedy } from '../../core/problem';
import { practiceMachine, practiceSteps } from '../../core/practice-machine';
import { commandOf, shellLine } from '../../core/shell/command';

/** The machine that was looked at is no VM of EC2. */
export const notOnEc2 = defineProblem(
  'not-on-aws',
  ({ found = '' }: Maybe<'found'>) => ({
    message: {
      ko: `확인한 컴퓨터는 EC2의 VM이 아닙니다.${found ? ` 확인한 컴퓨터의 시스템: ${found}` : ''}`,
      en: `The machine that was looked at is no VM of EC2.${found ? ` Its system: ${found}` : ''}`,
    },
    remedy: {
      ko: '아직 없으면 이 컴퓨터의 프로젝트 폴더에서 EC2에 VM을 만듭니다(첫째 줄, 요금이 듭니다). 있으면 그 주소와 키 파일을 바꿔 써서 확인합니다(둘째 줄):',
      en: 'If there is none yet, make a VM on EC2 in the project folder of this computer (first line; it costs money). If there is one, put in its address and key, and check it (second line):',
      commands: [
        'npx cdktf deploy practice-vm',
        'dkkb check app-ec2 --on ssh://ubuntu@203.0.113.7 --identity mykey.pem',
      ],
    },
  }),
  { isStillToDo: () => true, explained: { found: '' } },
);

/** This computer is no VM of EC2, and has made one. */
export const ec2Elsewhere = defineProblem(
  'aws-vm-elsewhere',
  ({ host, identity }: Readonly<Record<'host' | 'identity', string>>) => ({
    message: {
      ko: `이 컴퓨터는 EC2의 VM이 아닙니다. 이 프로젝트로 만든 VM이 있습니다: \`${host}\``,
      en: `This computer is no VM of EC2. This project has made one: \`${host}\`.`,
    },
    remedy: {
      ko: '그 VM을 확인합니다:',
      en: 'Check that VM:',
      commands: [shellLine`dkkb check app-ec2 --on ssh://${host} --identity ${identity}`],
    },
  }),
  { isStillToDo: () => true },
);

/** The VM has another system than the book's. */
export const ec2NotUbuntu = defineProblem('system-not-ubuntu', ({ found }: { found: string }) => ({
  message: {
    ko: `EC2의 VM이지만 우분투가 아닙니다. 이 VM의 시스템: \`${found}\``,
    en: `It is a VM of EC2, but not Ubuntu. Its system: \`${found}\``,
  },
  remedy: {
    ko: 'EC2 콘솔의 [인스턴스 시작]에서 [Ubuntu]를 골라 다시 만들거나, 이 컴퓨터의 프로젝트 폴더에서 만듭니다:',
    en: 'Make it again with Ubuntu, under Launch instance of the EC2 console, or in the project folder of this computer:',
    commands: ['npx cdktf deploy practice-vm'],
  },
}));

const again = commandOf(
  'sudo',
  'bash',
  `${practiceMachine.scripts}/practice-machine.sh`,
  ...practiceSteps.filter((step) => step !== 'mirror'),
);

const redo: Remedy = {
  ko: 'VM에서 기록의 끝을 보고 원인을 해결한 뒤, 남은 것을 다시 설치합니다:',
  en: 'On the VM, see the end of the log, mend the cause, and install what is left:',
  commands: [commandOf('tail', practiceMachine.log), again],
};

/** Steps of the practice machine have failed. */
export const practiceFailed = defineProblem(
  'practice-steps-failed',
  ({ steps = '', log = '' }: Maybe<'steps' | 'log'>) => ({
    message: {
      ko: `실습 컴퓨터를 만드는 단계가 실패했습니다: ${steps}${log ? ` 기록의 끝: ${log}` : ''}`,
      en: `Steps of the practice machine have failed: ${steps}.${log ? ` The end of the log: ${log}` : ''}`,
    },
    remedy: redo,
  }),
);

/** The installation ended before it was done. */
export const practiceInterrupted = defineProblem(
  'practice-interrupted',
  ({ step = '' }: Maybe<'step'>) => ({
    message: {
      ko: `실습 컴퓨터의 설치가 끝나기 전에 멈췄습니다. 마지막 단계: ${step}`,
      en: `The installation of the practice machine has stopped before its end. Its last step: ${step}`,
    },
    remedy: redo,
  }),
);

/** The installation still runs. */
export const practiceBusy = defineProblem(
  'practice-busy',
  ({ step = '' }: Maybe<'step'>) => ({
    message: {
      ko: `실습 컴퓨터를 아직 설치하고 있습니다. 지금 단계: ${step}`,
      en: `The practice machine is still being installed. It is at: ${step}`,
    },
    remedy: {
      ko: '몇 분 뒤 다시 확인합니다. VM에서 진행 보기:',
      en: 'Check again in some minutes. To see on the VM how far it is:',
      commands: [commandOf('tail', '-f', practiceMachine.log)],
    },
  }),
  { kind: 'waiting' },
);
