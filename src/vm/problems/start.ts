import { commandOf } from '../../core/shell/command';
import { practiceMachine } from '../../core/practice-machine';
import { defineProblem, type Maybe } from '../../core/problem';

const again = ['dkkb vm up'];
const anew = ['dkkb vm down', 'dkkb vm up'];

/** The program that runs VMs did not start this one. */
export const vmNotStarted = defineProblem(
  'vm-not-started',
  ({ by = '', said = '' }: Maybe<'by' | 'said' | 'log'>) => ({
    message: {
      ko: `실습 VM이 켜지지 않았거나 켜지는 동안 꺼졌습니다(${by}). 메시지: ${said}`,
      en: `The practice VM did not start, or went off while it started (${by}). It says: ${said}`,
    },
    remedy: {
      ko: '다시 켜 봅니다. 같은 일이 되풀이되면 지우고 새로 만듭니다:',
      en: 'Start it again. If that happens again, remove it and make a new one:',
      commands: anew,
    },
  }),
  { kind: 'cannot-tell' },
);

/** The VM runs, and its SSH server does not answer in time. */
export const vmNoSsh = defineProblem(
  'vm-no-ssh',
  ({ minutes = '', said = '', file = '' }: Maybe<'minutes' | 'said' | 'file' | 'log'>) => ({
    message: {
      ko: `실습 VM은 켜져 있지만 ${minutes}분 안에 SSH로 접속할 수 없었습니다. 메시지: ${said}`,
      en: `The practice VM runs, and did not answer by SSH within ${minutes} minutes. It says: ${said}`,
    },
    remedy: {
      ko: `VM은 계속 켜지고 있습니다. 화면에 나온 글은 \`${file}\` 파일에 있습니다. 더 오래 기다리기:`,
      en: `The VM goes on. What it shows on its console is in \`${file}\`. Wait longer:`,
      commands: ['dkkb vm up --timeout 60'],
    },
  }),
  { kind: 'cannot-tell' },
);

const logLine = commandOf('dkkb', 'vm', 'ssh', `tail ${practiceMachine.log}`);

/** Steps of the installation in the VM failed. */
export const vmSetupFailed = defineProblem(
  'vm-setup-failed',
  ({ steps = '' }: Maybe<'steps' | 'log'>) => ({
    message: {
      ko: `실습 VM은 켜졌지만 설치에 실패한 단계가 있습니다: ${steps}`,
      en: `The practice VM runs, and steps of its installation failed: ${steps}`,
    },
    remedy: {
      ko: '설치 기록에서 원인을 보고, 해결한 뒤 남은 단계를 다시 설치합니다:',
      en: 'See the cause in the log, mend it, then install what is still missing:',
      commands: [logLine, ...again],
    },
  }),
);

/** The installation in the VM ended before its last step. */
export const vmSetupStopped = defineProblem(
  'vm-setup-stopped',
  ({ step = '' }: Maybe<'step' | 'log'>) => ({
    message: {
      ko: `실습 VM의 설치가 중간에 멈췄습니다. 마지막 단계: ${step}`,
      en: `The installation of the practice VM stopped on its way. The last step: ${step}`,
    },
    remedy: { ko: '남은 단계를 다시 설치합니다:', en: 'Install what is missing:', commands: again },
  }),
);

/** The VM still installs. */
export const vmSetupLate = defineProblem(
  'vm-setup-late',
  ({ minutes = '', step = '' }: Maybe<'minutes' | 'step' | 'log'>) => ({
    message: {
      ko: `${minutes}분이 지났고 실습 VM은 아직 설치하고 있습니다. 지금 단계: ${step}`,
      en: `After ${minutes} minutes the practice VM still installs. The step: ${step}`,
    },
    remedy: {
      ko: '설치는 VM에서 계속됩니다. 이어서 기다리기:',
      en: 'It goes on in the VM. To wait further:',
      commands: again,
    },
  }),
  { kind: 'cannot-tell' },
);
