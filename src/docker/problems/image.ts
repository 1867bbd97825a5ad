import { type CommandLine, shellLine, namesIn, commandOf } from '../../core/shell/command';
import { defineProblem } from '../../core/problem';

/** The image is still there. */
export const imageLeft = defineProblem(
  'image-left',
  ({ image, id }: { image: string; id: string }) => ({
    message: {
      ko: `\`${image}\` 이미지가 아직 남아 있습니다(${id}).`,
      en: `The image \`${image}\` is still there (${id}).`,
    },
    remedy: {
      ko: `지웁니다:`,
      en: `Remove it:`,
      commands: [shellLine`docker image rm ${image}`],
    },
  }),
  { isStillToDo: () => true },
);

/** Containers use the image, so that it cannot go. */
export const imageInUse = defineProblem(
  'image-in-use',
  ({ image, containers, remove }: { image: string; containers: string; remove: CommandLine }) => ({
    message: {
      ko: `\`${image}\` 이미지를 쓰는 컨테이너가 있습니다: ${containers}`,
      en: `Containers use the image \`${image}\`: ${containers}`,
    },
    remedy: {
      ko: `필요 없는 컨테이너라면 먼저 지웁니다:`,
      en: `If you do not need them, remove them first:`,
      commands: [remove],
    },
  }),
);

/** The tag is gone, and the image itself stays under another name. */
export const imageUntagged = defineProblem(
  'image-untagged-only',
  ({ image, id, names }: { image: string; id: string; names: string }) => ({
    message: {
      ko: `\`${image}\` 이름만 없어지고 이미지 자체(${id})는 \`${names}\` 이름으로 남아 있습니다.`,
      en: `Only the name \`${image}\` is gone; the image itself (${id}) stays as \`${names}\`.`,
    },
    remedy: {
      ko: `지웁니다:`,
      en: `Remove it:`,
      commands: [
        commandOf('docker', 'image', 'rm', ...(names.includes('<none>') ? [id] : namesIn(names))),
      ],
    },
  }),
);

/** The image still works, but is no longer maintained. */
export const imageOutdated = defineProblem(
  'image-outdated',
  ({ image }: { image: string }) => ({
    message: {
      ko: `\`${image}\` 이미지는 지원이 끝났고(2023년 10월), arm64 컴퓨터(애플 실리콘 등)에서 쓸 수 있는 이미지가 없습니다.`,
      en: `The image \`${image}\` reached the end of its life (October 2023), and there is none for arm64 computers such as those with Apple silicon.`,
    },
    remedy: {
      ko: '이미지를 `mysql`로 바꾸고, 책에 있는 `--default-authentication-plugin` 인자는 뺍니다.',
      en: 'Use `mysql` instead, without the argument `--default-authentication-plugin` of the book.',
    },
  }),
  { kind: 'note' },
);
