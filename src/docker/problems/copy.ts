import { defineProblem } from '../../core/problem';
import type { CommandLine } from '../../core/shell/command';
import { editorFor } from '../../core/shell/editor';
import { renameLine } from '../../core/shell/own-lines';

type Copied = Readonly<Record<'file' | 'name' | 'target', string>> & { readonly copy: CommandLine };

/** The file was copied out of the container, where it should have been copied into it: the reader's file is the container's own now. */
export const copiedOut = defineProblem(
  'copied-out-of-container',
  ({ file, name, target, copy }: Copied, machine) => {
    const editor = editorFor(file, machine);
    return {
      message: {
        ko: `복사 방향이 반대입니다. 컨테이너의 파일을 내 컴퓨터로 복사해서, 내 \`${file}\` 파일이 \`${name}\` 컨테이너의 \`${target}\` 파일과 같아졌습니다. 전에 쓴 내용은 덮어써져 남아 있지 않습니다.`,
        en: `It was copied in the other direction: your \`${file}\` is now the file \`${target}\` of the container \`${name}\`. What you had written in it was replaced.`,
      },
      remedy: {
        ko: `\`${file}\` 파일에 내 페이지를 다시 씁니다. ${editor.ko} 그런 뒤 맞는 방향(\`내 파일\`, \`컨테이너:폴더\` 순서)으로 복사합니다:`,
        en: `Write your page into \`${file}\` again. ${editor.en} Then copy it in the right direction, your file first and \`container:folder\` after it:`,
        commands: [copy],
      },
    };
  },
);

type Standing = Readonly<Record<'file' | 'name' | 'source', string>> & {
  readonly copy: CommandLine;
  /** A name that no file of the folder has. */
  readonly kept: string;
};

/** The reader's file is as the container's, and was there before: nothing was copied out. */
export const fileThereBefore = defineProblem(
  'file-there-before',
  ({ file, name, source, copy, kept }: Standing) => ({
    message: {
      ko: `내 폴더의 \`${file}\` 파일은 전부터 있던 파일입니다. \`${name}\` 컨테이너의 \`${source}\` 파일과 내용이 같지만, 컨테이너에서 복사해 온 것이 아닙니다.`,
      en: `Your file \`${file}\` was there before. It is the same as \`${source}\` in the container \`${name}\`, but it was not copied out of it.`,
    },
    remedy: {
      ko: '이름을 바꿔 두고 컨테이너에서 복사합니다:',
      en: 'Rename it, and copy the file out of the container:',
      commands: [renameLine(file, kept), copy],
    },
  }),
  { isStillToDo: () => true },
);
