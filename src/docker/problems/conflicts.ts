import { shellLine } from '../../core/shell/command';
import { defineProblem, type Maybe } from '../../core/problem';

/** A container of somebody else has a lab's name. */
export const nameTaken = defineProblem(
  'name-in-use',
  ({
    name = '',
    image = '',
    created = '',
    by = '',
  }: Maybe<'name' | 'image' | 'created' | 'by'>) => ({
    message: {
      ko: `\`${name}\` 이름의 컨테이너가 이미 있습니다${image ? ` (이미지 ${image}, ${created})` : by ? ` (${by.slice(0, 12)})` : ''}. 이 실습에서 만든 것이 아니어서 건드리지 않습니다.`,
      en: `A container called \`${name}\` is already there${image ? ` (image ${image}, ${created})` : by ? ` (${by.slice(0, 12)})` : ''}. This lab did not make it and leaves it alone.`,
    },
    remedy: {
      ko: '필요한 컨테이너라면 이름을 바꾸고(첫째 줄), 필요 없다면 지웁니다(둘째 줄):',
      en: 'If you need it, rename it (first line); if not, remove it (second line):',
      commands: [shellLine`docker rename ${name} ${name}-old`, shellLine`docker rm -f ${name}`],
    },
  }),
  { kind: 'cannot-tell' },
);

/** An image of the reader stands where a step makes one. */
export const imageInWay = defineProblem(
  'image-in-way',
  ({ image = '' }: Maybe<'image'>) => ({
    message: {
      ko: `직접 만드신 \`${image}\` 이미지가 이미 있습니다. 덮어쓰지 않고 그대로 둡니다.`,
      en: `You have already made an image \`${image}\`; it is not overwritten.`,
    },
    remedy: {
      ko: '필요한 이미지라면 다른 이름을 붙이고(첫째 줄), 원래 이름을 지웁니다(둘째 줄):',
      en: 'If you need it, give it another name (first line); then remove this one (second line):',
      commands: [shellLine`docker tag ${image} ${image}-old`, shellLine`docker image rm ${image}`],
    },
  }),
  { kind: 'cannot-tell' },
);

/** A volume that is not known to be of dkkb has the name of the mirror's. */
export const volumeInWay = defineProblem(
  'volume-in-way',
  ({ volume = '', created = '' }: Maybe<'volume' | 'created'>) => ({
    message: {
      ko: `\`${volume}\` 볼륨이 이미 있는데${created ? `(${created})` : ''} dkkb가 만들었다는 레이블이 없습니다. 쓰지도 지우지도 않고 그대로 둡니다.`,
      en: `A volume \`${volume}\` is already there${created ? ` (${created})` : ''}, without the label of dkkb. It is neither used nor removed.`,
    },
    remedy: {
      ko: '안을 보고(첫째 줄), 필요 없다면 지웁니다(둘째 줄):',
      en: 'Look what is in it (first line); if you do not need it, remove it (second line):',
      commands: [
        shellLine`docker run --rm -v ${`${volume}:/data:ro`} busybox ls -R /data`,
        shellLine`docker volume rm ${volume}`,
      ],
    },
  }),
  { kind: 'cannot-tell' },
);
