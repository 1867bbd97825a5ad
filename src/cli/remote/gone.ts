import { Failure } from '../../core/failure';
import type { Text } from '../../core/text';
import { machineOn, type RemoteFlags } from './machine';

/** What is said of a machine that `--on` names and that there is not, by the problem which says so. */
const gone: Readonly<Record<string, Text>> = {
  'practice-host-missing': {
    ko: '지금 쓰는 도커 엔진에는 practice-host 컨테이너가 없습니다. 그 안에서 만든 것도 남아 있지 않습니다.',
    en: 'This engine has no container practice-host. Nothing that was made in it is left.',
  },
  'vm-missing': {
    ko: '이 컴퓨터에 실습 VM이 없습니다. 그 안에서 만든 것도 남아 있지 않습니다.',
    en: 'This computer has no practice VM. Nothing that was made in it is left.',
  },
};

/** That the named machine is gone with all that was in it; undefined where it is there, or without `--on`. Throws where the way to it cannot be found. */
export async function goneMachine(flags: RemoteFlags): Promise<Text | undefined> {
  try {
    await machineOn(flags);
    return undefined;
  } catch (error) {
    const text = error instanceof Failure ? gone[error.code] : undefined;
    if (!text) throw error;
    return text;
  }
}

/** A practice machine of this computer that stays, with the command that removes it. */
export interface Staying {
  readonly text: Text;
  readonly command: string;
}

/** The practice machines that this computer has. */
export async function machinesThatStay(): Promise<Staying[]> {
  const found = await Promise.all([stayingHost(), stayingVm()]);
  return found.flatMap((one) => one ?? []);
}

async function stayingHost(): Promise<Staying | undefined> {
  const [{ hasPracticeHost }, { DockerClient }] = await Promise.all([
    import('../../platforms/practice-host'),
    import('../../docker/engine/client'),
  ]);
  const isThere = await hasPracticeHost(new DockerClient()).catch((error: unknown) => {
    // What keeps the engine from answering was told before.
    if (error instanceof Failure) return false;
    throw error;
  });
  const text = {
    ko: '실습용 컨테이너(practice-host)는 남아 있습니다',
    en: 'The practice host stays',
  };
  return isThere ? { text, command: 'npx cdktf destroy practice-host' } : undefined;
}

async function stayingVm(): Promise<Staying | undefined> {
  const { lookAtVm } = await import('../../vm/look');
  const { state } = await lookAtVm();
  const text = { ko: '실습 VM은 남아 있습니다', en: 'The practice VM stays' };
  return state === 'running' || state === 'stopped' ? { text, command: 'dkkb vm down' } : undefined;
}
