import { defineProblem } from './problem';

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
      commands: [`docker image rm ${image}`],
    },
  }),
);

/** Containers use the image, so that it cannot go. */
export const imageInUse = defineProblem(
  'image-in-use',
  ({ image, containers }: { image: string; containers: string }) => ({
    message: {
      ko: `\`${image}\` 이미지를 쓰는 컨테이너가 있습니다: ${containers}`,
      en: `Containers use the image \`${image}\`: ${containers}`,
    },
    remedy: {
      ko: `필요 없는 컨테이너라면 먼저 지웁니다:`,
      en: `If you do not need them, remove them first:`,
      commands: [`docker rm -f ${containers}`],
    },
  }),
);

/** The tag is gone, and the image itself stays under another name. */
export const imageUntagged = defineProblem(
  'image-untagged-only',
  ({ image, id, names }: { image: string; id: string; names: string }) => ({
    message: {
      ko: `\`${image}\`라는 이름만 없어지고 이미지 자체(${id})는 \`${names}\` 이름으로 남아 있습니다.`,
      en: `Only the name \`${image}\` is gone; the image itself (${id}) stays as \`${names}\`.`,
    },
    remedy: {
      ko: `지웁니다:`,
      en: `Remove it:`,
      commands: [`docker image rm ${id}`],
    },
  }),
);
