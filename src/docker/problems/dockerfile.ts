import { defineProblem, type Problem } from '../../core/problem';
import type { Text } from '../../core/text';

/** The kinds of mistakes that a change of a Dockerfile can undo. */
export type DockerfileMistake =
  | 'letter'
  | 'keyboard'
  | 'name'
  | 'name-missing'
  | 'space-missing'
  | 'space-extra'
  | 'mark'
  | 'pasted'
  | 'comment'
  | 'quote'
  | 'swapped'
  | 'backslash'
  | 'run'
  | 'base'
  | 'source'
  | 'target'
  | 'words'
  | 'order'
  | 'wrapped'
  | 'joined'
  | 'unknown'
  | 'missing';

/** A line of a Dockerfile that is mended: what of it is changed, and what stands there afterwards. */
export type MendedLine = Readonly<Record<'file' | 'line' | 'found' | 'wanted', string>>;

/** Defines the problem of one kind of mistake. */
function mistake(code: string, why: (values: MendedLine) => Text): (values: MendedLine) => Problem {
  return defineProblem(`dockerfile-${code}`, (values: MendedLine) => {
    const { ko, en } = why(values);
    return {
      message: {
        ko: `\`${values.file}\` 파일의 ${values.line}번째 줄: ${ko}`,
        en: `Line ${values.line} of \`${values.file}\`: ${en}`,
      },
      remedy: {
        ko: '파일을 고쳐 저장한 뒤 이미지를 다시 만듭니다.',
        en: 'Change the file, save it, and build the image again.',
      },
    };
  });
}

/** The problem of each kind of mistake in a Dockerfile. */
export const dockerfileMistakes: Readonly<
  Record<DockerfileMistake, (values: MendedLine) => Problem>
> = {
  letter: mistake('letter-other', ({ found }) => ({
    ko: `영문 자판의 글자가 아닌 것이 있습니다(전각 글자, 전각 빈칸, 둥근 따옴표 등). 영문 상태에서 다시 칩니다: \`${found}\``,
    en: `A character is not one of the English keyboard, such as a full-width space or a round quotation mark. Type it again in English: \`${found}\``,
  })),
  keyboard: mistake('keyboard-korean', ({ found, wanted }) => ({
    ko: `한글 상태에서 친 글자입니다. 한/영 키를 누르고 다시 칩니다: \`${found}\` → \`${wanted}\``,
    en: `This was typed with the Korean keyboard. Switch to English and type it again: \`${found}\` → \`${wanted}\``,
  })),
  name: mistake('instruction-misspelt', ({ found, wanted }) => ({
    ko: `명령어의 철자가 틀렸습니다: \`${found}\` → \`${wanted}\``,
    en: `The name of the instruction is misspelt: \`${found}\` → \`${wanted}\``,
  })),
  'name-missing': mistake('instruction-missing', ({ wanted }) => ({
    ko: `줄 맨 앞에 명령어가 없습니다. 이렇게 시작합니다: \`${wanted}\``,
    en: `The line does not begin with an instruction. Begin it with: \`${wanted}\``,
  })),
  'space-missing': mistake('space-missing', ({ found, wanted }) => ({
    ko: `낱말 사이에 빈칸이 빠졌습니다: \`${found}\` → \`${wanted}\``,
    en: `A space is missing between the words: \`${found}\` → \`${wanted}\``,
  })),
  'space-extra': mistake('space-extra', ({ found, wanted }) => ({
    ko: `붙여 쓸 곳에 빈칸이 들어 있습니다: \`${found}\` → \`${wanted}\``,
    en: `There is a space inside of a word: \`${found}\` → \`${wanted}\``,
  })),
  mark: mistake('mark-extra', ({ found, wanted }) => ({
    ko: `Dockerfile에서 쓰지 않는 기호나 줄 번호가 들어 있습니다: \`${found}\` → \`${wanted}\``,
    en: `There is a sign or a line number that a Dockerfile does not have: \`${found}\` → \`${wanted}\``,
  })),
  pasted: mistake('pasted', ({ found }) => ({
    ko: `웹 페이지나 터미널에서 함께 복사된 줄입니다. Dockerfile에 쓰는 내용이 아니므로 지웁니다: \`${found}\``,
    en: `This line came along from a web page or a terminal. It does not belong into a Dockerfile: \`${found}\``,
  })),
  comment: mistake('comment', ({ found }) => ({
    ko: `Dockerfile의 주석은 줄 맨 앞에 \`#\`을 써야 하고, 명령 뒤에는 쓸 수 없습니다: \`${found}\``,
    en: `A comment of a Dockerfile begins with \`#\` at the beginning of a line, and cannot stand behind an instruction: \`${found}\``,
  })),
  quote: mistake('quote', ({ found, wanted }) => ({
    ko: `따옴표가 맞지 않습니다. 따옴표 없이 씁니다: \`${found}\` → \`${wanted}\``,
    en: `The quotation marks do not fit. Write it without them: \`${found}\` → \`${wanted}\``,
  })),
  swapped: mistake('copy-swapped', ({ wanted }) => ({
    ko: `\`COPY\` 뒤의 순서가 바뀌었습니다. 복사할 파일을 먼저, 이미지 안의 경로를 나중에 씁니다: \`${wanted}\``,
    en: `The words behind \`COPY\` are in the wrong order. The file comes first, the path in the image second: \`${wanted}\``,
  })),
  backslash: mistake('backslash', ({ found, wanted }) => ({
    ko: `Dockerfile의 경로는 Windows에서도 \`/\`로 씁니다: \`${found}\` → \`${wanted}\``,
    en: `Paths in a Dockerfile are written with \`/\`, also on Windows: \`${found}\` → \`${wanted}\``,
  })),
  run: mistake('copy-by-run', ({ found }) => ({
    ko: `이미지를 만드는 동안 \`RUN\`의 명령은 내 컴퓨터의 파일을 보지 못합니다. \`COPY\` 명령으로 복사합니다: \`${found}\``,
    en: `While an image is built, the commands of \`RUN\` do not see the files of this computer. Copy with \`COPY\`: \`${found}\``,
  })),
  base: mistake('base-wrong', ({ found, wanted }) => ({
    ko: `시작하는 이미지가 다릅니다: \`${found}\` → \`${wanted}\``,
    en: `It begins with another image: \`${found}\` → \`${wanted}\``,
  })),
  source: mistake('copy-source-missing', ({ found, wanted }) => ({
    ko: `\`COPY\`는 Dockerfile이 있는 폴더의 파일만 복사하는데, 그 폴더에 이런 파일이 없습니다: \`${found}\` → \`${wanted}\``,
    en: `\`COPY\` takes files of the folder in which the Dockerfile is, and there is no such file: \`${found}\` → \`${wanted}\``,
  })),
  target: mistake('copy-target-wrong', ({ found, wanted }) => ({
    ko: `이미지 안에서 페이지를 두는 경로가 아닙니다: \`${found}\` → \`${wanted}\``,
    en: `This is not the path of the pages in the image: \`${found}\` → \`${wanted}\``,
  })),
  words: mistake('words-wrong', ({ found, wanted }) => ({
    ko: `명령어 뒤에 쓴 것이 맞지 않습니다: \`${found}\` → \`${wanted}\``,
    en: `What stands behind the instruction does not fit: \`${found}\` → \`${wanted}\``,
  })),
  order: mistake('from-first', ({ found }) => ({
    ko: `\`FROM\` 줄이 맨 위에 있어야 합니다: \`${found}\``,
    en: `The line with \`FROM\` has to be the first: \`${found}\``,
  })),
  wrapped: mistake('line-broken', ({ wanted }) => ({
    ko: `한 명령이 두 줄로 나뉘었습니다. 한 줄로 씁니다: \`${wanted}\``,
    en: `One instruction is broken into two lines. Write it in one: \`${wanted}\``,
  })),
  joined: mistake('lines-joined', ({ found }) => ({
    ko: `두 명령이 한 줄로 이어져 있습니다. 명령마다 줄을 바꿔 씁니다: \`${found}\``,
    en: `Two instructions are joined into one line. Give each a line of its own: \`${found}\``,
  })),
  unknown: mistake('line-unknown', ({ found }) => ({
    ko: `이 줄은 도커가 아는 명령이 아닙니다. 지웁니다: \`${found}\``,
    en: `Docker knows no such instruction. Remove the line: \`${found}\``,
  })),
  missing: mistake('line-missing', ({ wanted }) => ({
    ko: `필요한 줄이 빠졌습니다: \`${wanted}\``,
    en: `A line is missing: \`${wanted}\``,
  })),
};

/** A Dockerfile makes another image than the exercise asks for, and no small change of it is known; `base`, `page` and `target` are what it needs. */
export const dockerfileOther = defineProblem(
  'dockerfile-other',
  ({
    file,
    base,
    page,
    target,
  }: Readonly<Record<'file' | 'base' | 'page' | 'target', string>>) => ({
    message: {
      ko: `\`${file}\` 파일의 내용이 이 실습과 다릅니다. 필요한 것: \`${base}\` 이미지에서 시작하는 \`FROM\` 줄, \`${page}\` 파일을 \`${target}\` 폴더로 복사하는 \`COPY\` 줄.`,
      en: `\`${file}\` says something else than this exercise asks for. It needs a line \`FROM\` with the image \`${base}\`, and a line \`COPY\` that copies \`${page}\` to \`${target}\`.`,
    },
    remedy: {
      ko: '파일을 처음부터 다시 씁니다. 두 줄이면 됩니다.',
      en: 'Write the file anew: two lines are enough.',
    },
  }),
);
