import { defineProblem, type Maybe } from '../../core/problem';
import { endLine, processLine } from '../../core/shell/own-lines';

/** There is no practice VM. */
export const vmMissing = defineProblem(
  'vm-missing',
  () => ({
    message: {
      ko: '이 컴퓨터에 실습 VM이 없습니다.',
      en: 'This computer has no practice VM.',
    },
    remedy: {
      ko: '실습 VM을 만듭니다:',
      en: 'Make one:',
      commands: ['dkkb vm up'],
    },
  }),
  { kind: 'cannot-tell' },
);

/** The practice VM is off. */
export const vmStopped = defineProblem(
  'vm-stopped',
  () => ({
    message: {
      ko: '실습 VM이 꺼져 있습니다. 안에 있는 것은 그대로입니다.',
      en: 'The practice VM is off. What is in it is still there.',
    },
    remedy: {
      ko: '다시 켭니다:',
      en: 'Start it again:',
      commands: ['dkkb vm up'],
    },
  }),
  { kind: 'cannot-tell' },
);

/** The practice VM runs, and SSH does not answer. */
export const vmNotAnswering = defineProblem(
  'vm-not-answering',
  ({ said = '' }: Maybe<'said'>) => ({
    message: {
      ko: `실습 VM이 SSH로 응답하지 않습니다. 아직 켜지는 중이거나 꺼지는 중일 수 있습니다. 메시지: ${said}`,
      en: `The practice VM does not answer by SSH. It may still be starting, or going off. It says: ${said}`,
    },
    remedy: {
      ko: '상태를 보고(첫째 줄), 꺼져 있으면 켭니다(둘째 줄). 켜지는 중이면 둘째 줄은 준비될 때까지 기다립니다:',
      en: 'See its state (first line), and start it if it is off (second line). While it starts, the second line waits until it is ready:',
      commands: ['dkkb vm status', 'dkkb vm up'],
    },
  }),
  { kind: 'cannot-tell' },
);

/** Another command is making or removing the VM. */
export const vmBusy = defineProblem(
  'vm-busy',
  () => ({
    message: {
      ko: '다른 dkkb 명령이 아직 실습 VM을 만들거나 지우고 있습니다.',
      en: 'Another dkkb command is still making or removing the practice VM.',
    },
    remedy: {
      ko: '그 명령이 끝난 뒤 다시 합니다. 상태 보기:',
      en: 'Try again when that command has ended. To see how far it is:',
      commands: ['dkkb vm status'],
    },
  }),
  { kind: 'cannot-tell' },
);

/** The VM was asked to switch itself off, and is still on. */
export const vmStillOn = defineProblem(
  'vm-still-on',
  ({ minutes = '', said = '', pid = '' }: Maybe<'minutes' | 'said' | 'pid'>) => ({
    message: said
      ? {
          ko: `실습 VM에 SSH로 접속할 수 없어 끄지 못했습니다. 메시지: ${said}`,
          en: `The practice VM cannot be reached by SSH, so it was not switched off. It says: ${said}`,
        }
      : {
          ko: `실습 VM이 ${minutes}분 안에 꺼지지 않았습니다.`,
          en: `The practice VM did not go off within ${minutes} minutes.`,
        },
    remedy: {
      ko: `아직 켜지거나 꺼지는 중이면 잠시 뒤에 다시 합니다.${pid ? ' 계속 응답이 없으면 전원을 뽑듯이 끌 수 있습니다. VM에서 저장하지 않은 것은 사라집니다:' : ''}`,
      en: `If it is still starting or ending, try again in a while.${pid ? ' If it never answers, pull its plug; what was not saved in it is lost:' : ''}`,
      commands: ['dkkb vm stop', ...(pid ? [endLine(pid)] : [])],
    },
  }),
  { kind: 'cannot-tell' },
);

/** The VM's process does not end. */
export const vmStays = defineProblem(
  'vm-stays',
  ({ by = '', said = '' }: Maybe<'by' | 'said'>) => ({
    message: {
      ko: `실습 VM(${by})이 꺼지지 않아 아무것도 지우지 않았습니다. 메시지: ${said}`,
      en: `The practice VM (${by}) does not end, and nothing was removed. It says: ${said}`,
    },
    remedy: {
      ko: '그 프로그램의 창이 열려 있으면 닫고 다시 합니다. 실행 중인지 보기:',
      en: 'Close its window if there is one, and try again. To see whether it runs:',
      commands: [processLine(by === 'virtualbox' ? 'VBoxHeadless' : 'qemu-system-x86_64')],
    },
  }),
);
