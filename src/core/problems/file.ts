import type { CommandLine } from '../shell/command';
import { editLine } from '../shell/editor';
import { renameLine } from '../shell/own-lines';
import { defineProblem } from '../problem';

/** A folder stands where a file should. */
export const fileIsFolder = defineProblem(
  'file-is-folder',
  ({ file, dir }: { file: string; dir: string }) => ({
    message: {
      ko: `\`${dir}\` 폴더의 \`${file}\` 항목이 파일이 아니라 폴더입니다.`,
      en: `\`${file}\` in \`${dir}\` is a folder, not a file.`,
    },
    remedy: {
      ko: '폴더의 이름을 바꾸거나 지우고, 같은 이름의 파일을 만듭니다.',
      en: 'Rename or remove the folder, and make a file of that name.',
    },
  }),
);

/** A file has nothing in it; `copy` is the command that brings its content, if another does than an editor. */
export const fileEmpty = defineProblem(
  'file-empty',
  (
    { file, dir, copy }: { file: string; dir: string; copy?: CommandLine | undefined },
    machine,
  ) => ({
    message: {
      ko: `\`${dir}\` 폴더의 \`${file}\` 파일이 비어 있습니다.`,
      en: `The file \`${file}\` in \`${dir}\` is empty.`,
    },
    remedy: copy
      ? { ko: '다시 복사합니다:', en: 'Copy it again:', commands: [copy] }
      : {
          ko: '파일을 열어 내용을 쓰고 저장합니다. 썼는데도 비어 있다면 편집기에서 저장했는지 봅니다:',
          en: 'Open it, write something into it, and save it. If you did, see whether the editor saved it:',
          commands: [editLine(file, machine)],
        },
  }),
  { explained: { copy: undefined } },
);

/** A file is longer than any of its kind, so it was not read. */
export const fileTooLarge = defineProblem(
  'file-too-large',
  ({ file, dir, limit }: { file: string; dir: string; limit: string }) => ({
    message: {
      ko: `\`${dir}\` 폴더의 \`${file}\` 파일이 너무 큽니다(${limit} 넘음). 그래서 읽지 않았습니다.`,
      en: `The file \`${file}\` in \`${dir}\` is too long (more than ${limit}), so it was not read.`,
    },
    remedy: {
      ko: '이 실습에 필요한 내용만 남기고 저장합니다.',
      en: 'Leave in it only what the exercise needs, and save it.',
    },
  }),
);

/** A file is saved in letters that neither Docker nor kubectl can read. */
export const fileEncoding = defineProblem(
  'file-encoding',
  ({ file, dir }: { file: string; dir: string }, { system }) => ({
    message: {
      ko: `\`${dir}\` 폴더의 \`${file}\` 파일은 UTF-8로 저장되어 있지 않아 도커에서 읽을 수 없습니다. 한글 Windows의 ANSI(CP949)나 UTF-16으로 저장하면 이렇게 됩니다.`,
      en: `The file \`${file}\` in \`${dir}\` is not saved as UTF-8, so Docker cannot read it. Saved as ANSI (CP949 on a Korean Windows) or UTF-16, it becomes like that.`,
    },
    remedy:
      system === 'windows' || system === 'wsl'
        ? {
            ko: '메모장에서 [파일] > [다른 이름으로 저장]을 열고 인코딩을 `UTF-8`로, 파일 형식을 `모든 파일`로 골라 같은 이름으로 저장합니다.',
            en: 'In Notepad, save it under the same name by File > Save as, with the encoding `UTF-8` and the type `All files`.',
          }
        : {
            ko: '편집기에서 인코딩을 UTF-8로 골라 다시 저장합니다.',
            en: 'Save it again in an editor, with the encoding UTF-8.',
          },
  }),
);

/** The container shows another content than the reader's file; `found` is a path of the container that has the file, or empty. */
export const fileNotCopied = defineProblem(
  'file-not-copied',
  ({
    file,
    name,
    target,
    found,
    copy,
  }: {
    file: string;
    name: string;
    target: string;
    found: string;
    copy: CommandLine;
  }) => ({
    message: {
      ko: `\`${name}\` 컨테이너의 \`${target}\` 파일이 \`${file}\` 파일과 다릅니다.${found ? ` \`${file}\` 파일은 컨테이너의 \`${found}\` 자리에 있습니다.` : ''}`,
      en: `In the container \`${name}\`, \`${target}\` is not the file \`${file}\`.${found ? ` That file is at \`${found}\`.` : ''}`,
    },
    remedy: {
      ko: '파일을 그 자리에 복사합니다. 복사한 뒤에 고쳤다면 다시 복사합니다:',
      en: 'Copy it there; if it was changed after it was copied, copy it again:',
      commands: [copy],
    },
  }),
  { explained: { found: '' } },
);

/** The reader's copy has another content than the container's file. */
export const fileDiffers = defineProblem(
  'file-differs',
  ({
    file,
    dir,
    name,
    source,
    copy,
    kept,
  }: {
    file: string;
    dir: string;
    name: string;
    source: string;
    copy: CommandLine;
    /** A name that no file of the folder has. */
    kept: string;
  }) => ({
    message: {
      ko: `\`${dir}\` 폴더의 \`${file}\` 파일이 \`${name}\` 컨테이너의 \`${source}\` 파일과 다릅니다.`,
      en: `The file \`${file}\` in \`${dir}\` is not the file \`${source}\` of the container \`${name}\`.`,
    },
    remedy: {
      ko: '복사하면 내 파일을 덮어쓰므로, 이름을 바꿔 두고 다시 복사합니다:',
      en: 'A copy would replace your file: rename it, and copy again:',
      commands: [renameLine(file, kept), copy],
    },
  }),
);

/** Two files say the same and differ in their line endings only. */
export const lineEndingsDiffer = defineProblem(
  'line-endings-differ',
  ({
    file,
    name,
    target,
    copy,
  }: {
    file: string;
    name: string;
    target: string;
    copy: CommandLine;
  }) => ({
    message: {
      ko: `\`${file}\` 파일과 \`${name}\` 컨테이너의 \`${target}\` 파일은 줄 끝(CRLF와 LF)만 다릅니다. 윈도우 편집기에서 다시 저장하면 생기는 일입니다.`,
      en: `The file \`${file}\` and \`${target}\` in the container \`${name}\` differ in their line endings only (CRLF and LF), as an editor of Windows makes them.`,
    },
    remedy: {
      ko: '저장한 파일을 다시 복사합니다:',
      en: 'Copy the saved file again:',
      commands: [copy],
    },
  }),
);

/** The container has no such file. */
export const containerFileMissing = defineProblem(
  'container-file-missing',
  ({ name, target }: { name: string; target: string }) => ({
    message: {
      ko: `\`${name}\` 컨테이너에 \`${target}\` 파일이 없습니다.`,
      en: `The container \`${name}\` has no file \`${target}\`.`,
    },
    remedy: {
      ko: '컨테이너를 지우고 다시 만들거나, 파일을 컨테이너에 복사합니다.',
      en: 'Remove the container and make it again, or copy a file into it.',
    },
  }),
);
