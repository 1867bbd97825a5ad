import type { Text } from '../../../core/text';

/** Seconds between two messages about a VM that AWS has not made yet. */
const patience = 30;

/** What is told of a VM that has reached a stage; undefined where there is nothing to tell. */
export function stageText(stage: string, seconds: number): Text | undefined {
  if (stage === 'waiting') return seconds % patience === 0 ? stillWaiting(seconds) : undefined;
  const [, failed] = /^(\w+) failed$/.exec(stage) ?? [];
  return failed === undefined ? texts[stage] : stepFailed(failed);
}

const texts: Readonly<Record<string, Text>> = {
  requested: { ko: 'VM 요청함', en: 'requested' },
  running: { ko: 'VM 켜짐', en: 'running' },
  failed: { ko: 'VM을 만들지 못함', en: 'could not be made' },
  ssh: { ko: 'SSH 접속됨', en: 'SSH answers' },
  again: { ko: '남은 단계를 다시 설치함', en: 'installing again what is missing' },
  'docker done': { ko: 'Docker 설치됨', en: 'Docker is there' },
  'kubectl done': { ko: 'kubectl 설치됨', en: 'kubectl is there' },
  'minikube done': { ko: 'Minikube 설치됨', en: 'Minikube is there' },
  ready: { ko: '준비됨', en: 'ready' },
  'not-ready': { ko: '준비되지 않음', en: 'not ready' },
};

function stepFailed(step: string): Text {
  return { ko: `${step} 단계 실패`, en: `the step ${step} failed` };
}

function stillWaiting(seconds: number): Text {
  return {
    ko: `만들어졌다는 답이 아직 없음 (${seconds}초)`,
    en: `AWS has not said yet that it is made (${seconds} s)`,
  };
}

/** Where a VM is on its way, for a count of all. */
export type Place = 'before' | 'requested' | 'running' | 'ssh' | 'installing' | 'ready' | 'failed';

/** The words of each place, in the order of the way. */
export const places: Readonly<Record<Place, Text>> = {
  before: { ko: '아직', en: 'not begun' },
  requested: { ko: '요청', en: 'requested' },
  running: { ko: '켜짐', en: 'running' },
  ssh: { ko: 'SSH', en: 'SSH' },
  installing: { ko: '설치', en: 'installing' },
  ready: { ko: '준비', en: 'ready' },
  failed: { ko: '실패', en: 'failed' },
};

/** Where a VM is that has reached a stage. */
export function placeOf(stage: string): Place {
  if (stage === 'waiting') return 'requested';
  if (stage === 'not-ready') return 'failed';
  return stage in places ? (stage as Place) : 'installing';
}
