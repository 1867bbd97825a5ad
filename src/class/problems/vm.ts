import { shellLine } from '../../core/shell/command';
import { practiceMachine } from '../../core/practice-machine';
import { defineProblem, type Maybe } from '../../core/problem';

const again = {
  ko: '원인을 해결한 뒤 남은 단계를 다시 설치합니다:',
  en: 'Mend the cause, then install what is still missing:',
  commands: ['dkkb class up --retry'],
};

export const vmStepsFailed = defineProblem(
  'vm-steps-failed',
  ({ steps = '' }: Maybe<'steps' | 'log'>) => ({
    message: {
      ko: `설치에 실패한 단계가 있습니다: ${steps}`,
      en: `Steps of the installation failed: ${steps}`,
    },
    remedy: again,
  }),
);

export const vmInterrupted = defineProblem(
  'vm-interrupted',
  ({ step = '' }: Maybe<'step' | 'log'>) => ({
    message: {
      ko: `설치가 중간에 멈췄습니다. 마지막 단계: ${step}`,
      en: `The installation stopped on its way. The last step: ${step}`,
    },
    remedy: {
      ko: '설치하는 동안 VM이 다시 시작되었을 수 있습니다. 남은 단계를 다시 설치합니다:',
      en: 'The VM may have been restarted meanwhile. Install what is still missing:',
      commands: ['dkkb class up --retry'],
    },
  }),
);

/** What is typed on the VM. */
const logLine = `\`tail ${practiceMachine.log}\``;

export const vmLate = defineProblem(
  'vm-late',
  ({ minutes = '', step = '' }: Maybe<'minutes' | 'step' | 'log'>) => ({
    message: {
      ko: `${minutes}분이 지나도 준비되지 않았습니다. 마지막 단계: ${step}`,
      en: `Not ready after ${minutes} minutes. The last step: ${step}`,
    },
    remedy: {
      ko: `설치는 VM에서 계속됩니다. VM에 접속하면 설치 기록을 볼 수 있습니다(${logLine}). 더 오래 기다리기:`,
      en: `The VM goes on installing. Its log is there (${logLine}). Wait longer:`,
      commands: ['dkkb class up --timeout 40'],
    },
  }),
);

export const noAddress = defineProblem('vm-no-address', ({ instance = '' }: Maybe<'instance'>) => ({
  message: {
    ko: `\`${instance}\` 인스턴스에 공인 IP 주소가 없습니다. 공인 IP를 주지 않는 서브넷에 있을 수 있습니다.`,
    en: `The instance \`${instance}\` has no public address; its subnet may give none.`,
  },
  remedy: {
    ko: '설정 파일의 `subnet` 값을 확인합니다. `subnet`을 빼면 공인 IP를 주는 네트워크를 새로 만듭니다. 이 인스턴스의 서브넷 보기:',
    en: 'Look at `subnet` in the configuration; without it a network that gives public addresses is made. The subnet of this instance:',
    commands: [
      shellLine`aws ec2 describe-instances --instance-ids ${instance} --query Reservations[].Instances[].SubnetId`,
    ],
  },
}));

export const hostKeyUnknown = defineProblem(
  'vm-host-key-unknown',
  ({ instance = '' }: Maybe<'instance'>) => ({
    message: {
      ko: `\`${instance}\` 인스턴스의 콘솔에 아직 SSH 호스트 키가 나오지 않았습니다. 그 주소에서 응답하는 것이 이 VM인지 알 수 없어 접속하지 않았습니다.`,
      en: `The console of \`${instance}\` shows no SSH host key yet. It is not known whether this VM answers at its address, so dkkb did not connect to it.`,
    },
    remedy: {
      ko: 'VM이 켜지고 몇 분이 지나야 AWS가 콘솔을 보여 줍니다. 잠시 뒤 다시 합니다. 끝내 나오지 않으면 콘솔을 직접 봅니다. 처음 응답하는 키를 그대로 믿으려면 설정 파일에 `acceptNewHostKeys: true`를 적습니다:',
      en: 'AWS shows the console a few minutes after a VM was started: try again in a moment. If none comes, look at the console yourself. To trust whichever key answers first, say `acceptNewHostKeys: true` in the configuration:',
      commands: [
        shellLine`aws ec2 get-console-output --latest --output text --instance-id ${instance}`,
      ],
    },
  }),
  { kind: 'waiting' },
);
