import { shellLine, namesIn, commandOf } from '../../core/shell/command';
import type { Text } from '../../core/text';
import { defineProblem } from '../../core/problem';

type Kind = 'network' | 'volume' | 'image';

const kinds: Readonly<Record<Kind, Text>> = {
  network: { ko: '네트워크를', en: 'network' },
  volume: { ko: '볼륨을', en: 'volume' },
  image: { ko: '이미지를', en: 'image' },
};

/** Something of a lab could not be removed, since containers that are none of the lab's use it. */
export const stillInUse = defineProblem(
  'still-in-use',
  ({ kind, name, containers }: { kind: Kind; name: string; containers: string }) => ({
    message: {
      ko: `이 실습의 것이 아닌 컨테이너가 \`${name}\` ${kinds[kind]?.ko ?? kind} 쓰고 있어서 삭제하지 못했습니다: ${containers}`,
      en: `The ${kinds[kind]?.en ?? kind} \`${name}\` could not be removed: containers that are not of this lab use it: ${containers}`,
    },
    remedy:
      kind === 'network'
        ? {
            ko: '컨테이너를 네트워크에서 뗀 뒤 다시 정리합니다:',
            en: 'Disconnect them from the network, then clean up again:',
            commands: containers
              .split(', ')
              .map((one) => shellLine`docker network disconnect ${name} ${one}`),
          }
        : {
            ko: '필요 없는 컨테이너라면 지운 뒤 다시 정리합니다:',
            en: 'If you do not need them, remove them, then clean up again:',
            commands: [commandOf('docker', 'rm', '-f', ...namesIn(containers))],
          },
  }),
  { explained: { kind: 'network' } },
);
