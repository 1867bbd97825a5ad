import { basename } from 'node:path';

import { addedEnding } from '../checks/similar-name';
import { defineProblem, type Remedy } from '../problem';
import type { CommandLine } from '../shell/command';
import { renameLine } from '../shell/own-lines';
import type { Machine } from '../system';
import type { Text } from '../text';
import { isSomewhere, nowhere, placeRemedy, placeText, type Place } from './file-place';

/** A wanted file, and the name of the file that stands there instead; both by their paths in the reader's folder. */
type Misnamed = Readonly<Record<'file' | 'similar', string>>;

/** What is said of a file whose name is nearly the wanted one: the name that it has, and that Windows hides the end of it. */
export function misnamedText({ file, similar }: Misnamed, { system }: Machine): Text {
  const there = {
    ko: ` 비슷한 이름의 \`${similar}\` 파일은 있습니다.`,
    en: ` There is one called \`${similar}\`.`,
  };
  const ending = addedEnding(basename(similar), basename(file));
  if (!ending) return there;
  const seen = basename(similar).slice(0, -ending.length);
  if (system === 'windows' || system === 'wsl')
    return {
      ko: `${there.ko} Windows의 파일 탐색기는 이름 끝의 \`${ending}\` 부분을 숨기고 이렇게 보여 줍니다: \`${seen}\``,
      en: `${there.en} The File Explorer of Windows hides the ending \`${ending}\` and shows \`${seen}\`.`,
    };
  return {
    ko: `${there.ko} 이름 끝에 이것이 더 붙어 있습니다: \`${ending}\``,
    en: `${there.en} Its name has the ending \`${ending}\` besides.`,
  };
}

/** How such a file gets the wanted name. */
export function renameRemedy({ file, similar }: Misnamed, { system }: Machine): Remedy {
  const isHidden = system === 'windows' && addedEnding(basename(similar), basename(file)) !== '';
  return {
    ko: `파일의 이름을 바꿉니다${isHidden ? '(탐색기의 [보기] > [표시] > [파일 확장명]을 켜면 이름 전체가 보입니다)' : ''}:`,
    en: `Rename it${isHidden ? ' (View > Show > File name extensions lets the Explorer show whole names)' : ''}:`,
    commands: [renameLine(similar, file)],
  };
}

/** A file that is not there: where else it may be, and the command that brings it, if another does than an editor. */
type Missing = Misnamed & Place & { readonly dir: string; readonly copy?: CommandLine | undefined };

/** A file of the reader's folder is not there; `similar` is a name close to it, or empty. */
export const fileMissing = defineProblem(
  'file-missing',
  (values: Missing, machine) => {
    const { file, dir, similar, copy } = values;
    const there = similar ? misnamedText(values, machine) : placeText(values);
    return {
      message: {
        ko: `\`${dir}\` 폴더에 \`${file}\` 파일이 없습니다.${there.ko}`,
        en: `There is no file \`${file}\` in \`${dir}\`.${there.en}`,
      },
      remedy: similar
        ? renameRemedy(values, machine)
        : copy
          ? { ko: '이렇게 복사합니다:', en: 'Copy it:', commands: [copy] }
          : placeRemedy(values, machine),
    };
  },
  {
    isStillToDo: ({ similar, ...place }) => !similar && !isSomewhere(place),
    explained: { similar: '', copy: undefined, ...nowhere },
  },
);

/** A link has the name of a file, and what it leads to is not there. */
export const linkBroken = defineProblem(
  'file-link-broken',
  ({ file, dir }: { file: string; dir: string }) => ({
    message: {
      ko: `\`${dir}\` 폴더의 \`${file}\` 항목은 링크인데, 링크가 가리키는 파일이 없습니다.`,
      en: `\`${file}\` in \`${dir}\` is a link to a file that is not there.`,
    },
    remedy: {
      ko: '링크를 지우고 같은 이름의 파일을 만듭니다.',
      en: 'Remove the link, and make a file of that name.',
    },
  }),
);
