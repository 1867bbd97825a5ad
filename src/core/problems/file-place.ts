import { posix } from 'node:path';

import { inFolder } from '../machine/in-folder';
import type { Maybe, Remedy } from '../problem';
import type { Command } from '../shell/command';
import { editLine, folderLine } from '../shell/editor';
import { copyLine, goLine, renameLine } from '../shell/own-lines';
import type { Machine } from '../system';
import type { Text } from '../text';

/**
 * What is known of where a missing file may be: `needs`, the folder that has to be made for it; `elsewhere`, a file of
 * its name in another folder; `misspelt`, a folder of nearly the wanted name that has it; `inside`, the folder in which
 * it has to be, where the reader works in that folder and not in the one above; `under`, another folder in which the
 * reader seems to work. Each is empty where it is not so.
 */
export type Place = Maybe<'needs' | 'elsewhere' | 'misspelt' | 'inside' | 'under'>;

/** Nothing is known of where a file may be. */
export const nowhere: Required<Place> = {
  needs: '',
  elsewhere: '',
  misspelt: '',
  inside: '',
  under: '',
};

/** Whether a missing file was found in another place. */
export function isSomewhere({ elsewhere, misspelt, inside, under }: Place): boolean {
  return Boolean(elsewhere || misspelt || inside || under);
}

type Missing = Place & Readonly<Record<'file' | 'dir', string>>;

/** What is said of where a missing file is; nothing where it is nowhere. */
export function placeText({ elsewhere, misspelt, inside, under }: Place): Text {
  if (inside)
    return {
      ko: ` 지금 \`${inside}\` 폴더 안에 있기 때문입니다.`,
      en: ` You are inside of \`${inside}\`.`,
    };
  if (misspelt)
    return {
      ko: ` 이름이 조금 다른 \`${misspelt}\` 폴더에 있습니다.`,
      en: ` It is in a folder of nearly that name, \`${misspelt}\`.`,
    };
  if (under)
    return {
      ko: ` 다른 폴더 안에는 있습니다: \`${under}\``,
      en: ` It is inside of another folder: \`${under}\`.`,
    };
  if (elsewhere)
    return {
      ko: ` 다른 자리에는 그 파일이 있습니다: \`${elsewhere}\``,
      en: ` Elsewhere there is such a file: \`${elsewhere}\`.`,
    };
  return { ko: '', en: '' };
}

/** How a missing file comes into its place. */
export function placeRemedy(missing: Missing, machine: Machine): Remedy {
  const { file, dir, needs, elsewhere, misspelt, inside, under } = missing;
  const other = inside ? '..' : under;
  if (misspelt && needs)
    return {
      ko: '폴더의 이름을 바꿉니다:',
      en: 'Rename the folder:',
      commands: [renameLine(misspelt, needs)],
    };
  if (other) return goTo(other, dir, machine);
  const make = needs ? [folderLine(needs, machine)] : [];
  if (!elsewhere) return makeFile(file, make, machine);
  return isOfOther(file, elsewhere)
    ? {
        ko: '그 파일이 맞으면 제자리로 복사합니다:',
        en: 'If it is the right one, copy it into its place:',
        commands: [...make, copyLine(elsewhere, file)],
      }
    : {
        ko: '그 파일이 맞으면 제자리로 옮깁니다:',
        en: 'If it is the right one, move it into its place:',
        commands: [...make, renameLine(elsewhere, file)],
      };
}

/** A page and a file of another folder may belong to another exercise, which keeps it. */
function isOfOther(file: string, elsewhere: string): boolean {
  const folder = posix.dirname(elsewhere);
  const isBeside = folder !== '.' && !/^(?:\.\.|\/|[a-z]:)/i.test(elsewhere);
  return /\.html?$/.test(file) || (isBeside && !folder.endsWith(posix.dirname(file)));
}

function goTo(folder: string, dir: string, { elsewhere }: Machine): Remedy {
  if (elsewhere !== undefined) {
    const path = inFolder(dir, folder);
    return {
      ko: `\`--dir\` 뒤에 이 폴더를 적어 다시 확인합니다: \`${path}\``,
      en: `Name this folder after \`--dir\`, and check again: \`${path}\`.`,
    };
  }
  const go = [goLine(folder)];
  return folder === '..'
    ? {
        ko: '한 단계 위의 폴더로 가서 다시 확인합니다:',
        en: 'Go to the folder above, and check again:',
        commands: go,
      }
    : {
        ko: '거기에서 실습했다면 그 폴더로 가서 다시 확인합니다:',
        en: 'If you work there, go to that folder and check again:',
        commands: go,
      };
}

function makeFile(file: string, make: readonly Command[], machine: Machine): Remedy {
  // No editor makes an archive.
  if (/\.(?:gz|tar|tgz|zip)$/.test(file))
    return elsewhereThen('파일을 만듭니다.', 'Make the file.');
  const commands = [...make, editLine(file, machine)];
  return { ...editorThen(make.length > 0, machine), commands };
}

const elsewhereThen = (ko: string, en: string): Text => ({
  ko: `${ko} 다른 폴더에서 실습한다면 \`--dir\` 뒤에 그 폴더를 적어 다시 확인합니다.`,
  en: `${en} If you work in another folder, name that folder after \`--dir\`.`,
});

function editorThen(isFolderNew: boolean, { system }: Machine): Text {
  const folder = isFolderNew ? { ko: '폴더와 ', en: 'the folder and ' } : { ko: '', en: '' };
  const { ko, en } =
    system === 'windows'
      ? elsewhereThen(
          `${folder.ko}파일을 만듭니다. 메모장이 새로 만들지 물으면 [예]를 누릅니다. [다른 이름으로 저장]에서는 파일 형식을 '모든 파일'로 고르거나 이름을 큰따옴표로 묶습니다. 그러지 않으면 이름 뒤에 \`.txt\`가 붙습니다.`,
          `Make ${folder.en}the file. Answer Yes when Notepad asks whether to make it. In "Save as", choose the type "All files" or put the name in quotes; otherwise \`.txt\` is added to it.`,
        )
      : elsewhereThen(
          `${folder.ko}파일을 만듭니다. 편집기에서 저장은 Ctrl-O와 Enter, 끝내기는 Ctrl-X입니다.`,
          `Make ${folder.en}the file. In the editor, Ctrl-O and Enter save it, and Ctrl-X ends.`,
        );
  return { ko: ko.replace(/\.$/, ':'), en: en.replace(/\.$/, ':') };
}
