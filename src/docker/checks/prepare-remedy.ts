import type { Remedy } from '../../core/problem';
import { commandOf } from '../../core/shell/command';
import type { DockerExercise } from '../model/exercise';

/** What to do where something is missing that the exercise gives. */
export function prepareRemedy({ id }: Pick<DockerExercise, 'id'>): Remedy {
  return {
    ko: '이 실습은 먼저 준비하고 시작합니다:',
    en: 'This exercise begins with what is prepared for it:',
    commands: [commandOf('dkkb', 'up', id)],
  };
}
