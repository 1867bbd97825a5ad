import type { VmStatus } from '../../../class/status';
import type { Text } from '../../../core/text';

/** How a VM stands, for the sum of a class: `running` was not asked, `unknown` did not answer. */
export type Standing = 'ready' | 'running' | 'coming' | 'unknown' | 'failed' | 'off';

/** The words of each standing, in the order in which they are told. */
export const standings: Readonly<Record<Standing, Text>> = {
  ready: { ko: '준비됨', en: 'ready' },
  running: { ko: '실행 중', en: 'running' },
  coming: { ko: '준비하는 중', en: 'getting ready' },
  unknown: { ko: '확인 못 함', en: 'cannot tell' },
  failed: { ko: '실패', en: 'failed' },
  off: { ko: '꺼짐 또는 없음', en: 'off or missing' },
};

/** How a VM stands. */
export function standingOf({ state, ready, failed = [], problem }: VmStatus): Standing {
  if (state === 'pending') return 'coming';
  if (state !== 'running') return 'off';
  if (problem?.kind === 'cannot-tell' || problem?.kind === 'waiting') return 'unknown';
  if (problem || failed.length > 0) return 'failed';
  if (ready === undefined) return 'running';
  return ready ? 'ready' : 'coming';
}

/** What is told of one VM. */
export function stateOf({ state, ready, failed = [], problem }: VmStatus): Text {
  if (problem?.code === 'ssh-unreachable') return { ko: '응답 없음', en: 'no answer' };
  if (problem?.code === 'vm-no-address') return { ko: '주소 없음', en: 'no address' };
  if (problem?.kind === 'waiting') return { ko: '호스트 키 없음', en: 'no host key' };
  if (problem?.kind === 'cannot-tell') return { ko: '접속 안 됨', en: 'no login' };
  if (failed.length > 0)
    return { ko: `실패: ${failed.join(', ')}`, en: `failed: ${failed.join(', ')}` };
  if (problem) return { ko: '설치 멈춤', en: 'install stopped' };
  if (ready === undefined) return cloudStates[state] ?? { ko: state, en: state };
  return ready ? { ko: '준비됨', en: 'ready' } : { ko: '설치 중', en: 'installing' };
}

/** EC2's states; in Korean as the AWS console has them. */
const cloudStates: Readonly<Record<string, Text>> = {
  none: { ko: 'VM 없음', en: 'no VM' },
  pending: { ko: '켜는 중', en: 'starting' },
  running: { ko: '실행 중', en: 'running' },
  stopping: { ko: '중지하는 중', en: 'stopping' },
  stopped: { ko: '중지됨', en: 'stopped' },
  'shutting-down': { ko: '종료하는 중', en: 'shutting down' },
  terminated: { ko: '종료됨', en: 'terminated' },
};
