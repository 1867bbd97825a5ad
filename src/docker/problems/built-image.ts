import { shellLine, type CommandLine } from '../../core/shell/command';
import { defineProblem, type Maybe } from '../../core/problem';

/** The image that the exercise makes does not exist; `similar` is a name close to it, or empty; `folder` is the one from which it is built, if it is. */
export const builtImageMissing = defineProblem(
  'built-image-missing',
  ({
    image,
    similar,
    folder,
    make,
  }: Readonly<Record<'image' | 'similar', string>> &
    Maybe<'folder'> & { readonly make: CommandLine }) => ({
    message: {
      ko: `\`${image}\` 이미지가 없습니다.${similar ? ` 비슷한 이름의 \`${similar}\` 이미지는 있습니다.` : ''}`,
      en: `There is no image \`${image}\`.${similar ? ` There is one called \`${similar}\`.` : ''}`,
    },
    remedy: similar
      ? {
          ko: '이름이 틀렸다면 맞는 이름을 붙입니다:',
          en: 'If only the name is wrong, give it the right one:',
          commands: [shellLine`docker tag ${similar} ${image}`],
        }
      : {
          ko: folder
            ? `Dockerfile은 맞습니다. 명령 끝에 \`${folder}\` 폴더를 적어 빌드합니다:`
            : '이렇게 만듭니다:',
          en: folder
            ? `The Dockerfile is right. Build it, with the folder \`${folder}\` at the end of the command:`
            : 'Make it:',
          commands: [make],
        },
  }),
  { explained: { similar: '', folder: '' } },
);

type Layers = Readonly<{ image: string; base: string; make: CommandLine }>;

type Origin = Readonly<Record<'image' | 'container' | 'found', string>> & Pick<Layers, 'make'>;

const again = ({ make }: Layers) => ({
  ko: '다시 만듭니다:',
  en: 'Make it again:',
  commands: [make],
});

/** The image has nothing beyond its base: it was only tagged. */
export const imageSameAsBase = defineProblem('image-same-as-base', (values: Layers) => ({
  message: {
    ko: `\`${values.image}\` 이미지는 \`${values.base}\` 이미지에 이름만 하나 더 붙인 것입니다. 컨테이너의 내용이 들어 있지 않습니다.`,
    en: `\`${values.image}\` is \`${values.base}\` under another name; nothing of the container is in it.`,
  },
  remedy: again(values),
}));

/** The image does not begin with the layers of its base. */
export const imageBaseWrong = defineProblem('image-base-wrong', (values: Layers) => ({
  message: {
    ko: `\`${values.image}\` 이미지는 \`${values.base}\` 이미지로 만든 것이 아닙니다.`,
    en: `The image \`${values.image}\` was not made from \`${values.base}\`.`,
  },
  remedy: again(values),
}));

/** The image was made from another container than the exercise's. */
export const imageOfOther = defineProblem(
  'image-of-other-container',
  ({ image, container, found, make }: Origin) => ({
    message: {
      ko: `\`${image}\` 이미지는 \`${container}\` 컨테이너가 아니라 \`${found}\` 컨테이너로 만든 것입니다.`,
      en: `The image \`${image}\` was made from the container \`${found}\`, not from \`${container}\`.`,
    },
    remedy: {
      ko: '같은 이름으로 다시 만듭니다:',
      en: 'Make it again under the same name:',
      commands: [make],
    },
  }),
);

/** The base is not there any more, so the image cannot be compared with it. */
export const baseUnknown = defineProblem(
  'image-base-unknown',
  ({ image, base }: Layers) => ({
    message: {
      ko: `\`${base}\` 이미지가 지금 없어서 \`${image}\` 이미지를 그것으로 만들었는지 확인하지 못했습니다.`,
      en: `The image \`${base}\` is not here any more, so it is not known whether \`${image}\` was made from it.`,
    },
    remedy: {
      ko: '그 이미지를 받고 다시 확인합니다:',
      en: 'Pull it, and check again:',
      commands: [shellLine`docker pull ${base}`],
    },
  }),
  { kind: 'cannot-tell' },
);

/** The image has more than one layer of its own. */
export const imageLayersMore = defineProblem(
  'image-layers-more',
  (values: Layers & { readonly count: string }) => ({
    message: {
      ko: `\`${values.image}\` 이미지에는 \`${values.base}\` 이미지 위에 층이 하나가 아니라 ${values.count}개 있습니다.`,
      en: `On top of \`${values.base}\` the image \`${values.image}\` has ${values.count} layers, not one.`,
    },
    remedy: again(values),
  }),
);

/** A container of the image ends, or serves nothing. */
export const imageSilent = defineProblem(
  'image-silent',
  ({ image, error, make }: { image: string; error: string; make: CommandLine }) => ({
    message: {
      ko: `\`${image}\` 이미지로 컨테이너를 만들어 봤지만 80번 포트에서 응답하지 않습니다(${error}).`,
      en: `A container of \`${image}\` does not answer on port 80 (${error}).`,
    },
    remedy: {
      ko: '지금의 Dockerfile로 만든 이미지가 아닙니다. 다시 만듭니다:',
      en: 'It was not built from the Dockerfile as it is now. Build it again:',
      commands: [make],
    },
  }),
);

/** The server in a container of the image takes the question and says nothing. */
export const imageNotAnswering = defineProblem(
  'image-not-answering',
  ({ image, error }: { image: string; error: string }) => ({
    message: {
      ko: `\`${image}\` 이미지로 컨테이너를 만들어 물었지만 서버가 제시간에 응답하지 않았습니다(${error}). 그래서 확인하지 못했습니다.`,
      en: `The server in a container of \`${image}\` took the question and did not answer in time (${error}), so this was not checked.`,
    },
    remedy: {
      ko: '컴퓨터가 바쁘다면 잠시 뒤 다시 확인합니다.',
      en: 'If the computer is busy, check again in a moment.',
    },
  }),
  { kind: 'cannot-tell' },
);

/** A container of the image serves another page than the reader's; `found` is what that page says; `other` is a Dockerfile of another folder, or empty. */
export const imagePageWrong = defineProblem(
  'image-page-wrong',
  ({
    image,
    file,
    folder,
    found,
    other,
    make,
  }: Readonly<Record<'image' | 'file' | 'folder' | 'found' | 'other', string>> & {
    readonly make: CommandLine;
  }) => ({
    message: {
      ko: `\`${image}\` 이미지로 만든 컨테이너가 \`${file}\` 파일이 아닌 다른 페이지를 보여 줍니다: ${found}${other ? ` (다른 자리에도 Dockerfile이 있습니다: \`${other}\`)` : ''}`,
      en: `A container of \`${image}\` shows another page than \`${file}\`: ${found}${other ? ` (there is another Dockerfile: \`${other}\`)` : ''}`,
    },
    remedy: {
      ko: `\`${folder}\` 폴더의 Dockerfile은 맞습니다. 이미지를 만든 뒤에 파일을 고쳤거나, 다른 폴더에서 만든 이미지입니다. \`${folder}\` 폴더의 파일로 다시 만듭니다:`,
      en: `The Dockerfile in \`${folder}\` is right. A file was changed after the image was built, or it was built in another folder. Build it again from the files in \`${folder}\`:`,
      commands: [make],
    },
  }),
  { explained: { other: '' } },
);
