import { commandOf } from '../../core/shell/command';
import { defineProblem, type Maybe } from '../../core/problem';

/** The VM runs, and its Docker Engine does not. */
export const vmEngineOff = defineProblem('vm-engine-off', ({ said = '' }: Maybe<'said'>) => ({
  message: {
    ko: `실습 VM은 켜져 있지만 그 안의 도커 엔진이 응답하지 않습니다. 메시지: ${said}`,
    en: `The practice VM runs, and the Docker Engine in it does not answer. It says: ${said}`,
  },
  remedy: {
    ko: 'VM의 도커 엔진을 다시 시작하고 상태를 봅니다:',
    en: 'Start the engine of the VM again, then look:',
    commands: [commandOf('dkkb', 'vm', 'ssh', 'sudo systemctl restart docker'), 'dkkb vm status'],
  },
}));
