import { defineProblem } from '../../core/problem';
import { commandOf, namesIn } from '../../core/shell/command';
import type { Text } from '../../core/text';

/** What may be left of an exercise under a name that is not the exercise's. */
export type LeftOverKind = 'container' | 'network' | 'volume';

const found: Readonly<Record<LeftOverKind, Text>> = {
  container: {
    ko: '이 실습을 하다가 만든 것으로 보이는 컨테이너가 남아 있습니다.',
    en: 'Containers that seem to come from this exercise are left:',
  },
  network: {
    ko: '이 실습의 이름을 잘못 쓴 것으로 보이는 네트워크가 남아 있습니다. 쓰는 컨테이너는 없습니다.',
    en: "Networks with a misspelt name of this exercise's are left, which no container uses:",
  },
  volume: {
    ko: '이 실습을 하다가 생긴 것으로 보이는 볼륨이 남아 있습니다. 쓰는 컨테이너는 없습니다.',
    en: 'Volumes that seem to come from this exercise are left, which no container uses:',
  },
};

/** Something that a misspelt command of the exercise has made is left; it is never removed without the reader. */
export const leftOver = defineProblem(
  'left-over',
  ({ kind, names }: { kind: LeftOverKind; names: string }) => ({
    message: {
      ko: `${(found[kind] ?? found.volume).ko} ${names}`,
      en: `${(found[kind] ?? found.volume).en} ${names}`,
    },
    remedy: {
      ko: `dkkb는 지우지 않습니다. 필요 없다면 직접 지웁니다${kind === 'volume' ? '(볼륨의 데이터도 지워집니다)' : ''}:`,
      en: `dkkb leaves them alone. If you do not need them, remove them${kind === 'volume' ? ' with their data' : ''}:`,
      commands: [
        commandOf('docker', kind, 'rm', ...(kind === 'container' ? ['-f'] : []), ...namesIn(names)),
      ],
    },
  }),
  { kind: 'note' },
);
