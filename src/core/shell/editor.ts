import { posix, win32 } from 'node:path';

import { currentMachine, type Machine } from '../system';
import type { Text } from '../text';
import { commandOf, type Command } from './command';
import { inEachShell, lineFor } from './render';
import type { Shell } from './shells';

/** How a reader makes a file of a folder on a machine, and keeps what is there. */
export function editorFor(file: string, machine: Machine = currentMachine()): Text {
  const folder = posix.dirname(file);
  const make = folder === '.' ? undefined : lineFor(machine.shell, folderLine(folder, machine));
  const edit = lineFor(machine.shell, editLine(file, machine));
  if (machine.system === 'windows')
    return {
      ko: `${make ? `폴더가 없으면 만들고(${make}) ` : ''}메모장으로 씁니다. 다른 이름으로 저장할 때는 파일 형식을 '모든 파일'로 합니다. 그러지 않으면 이름 뒤에 .txt가 붙습니다. 메모장 열기: ${edit}`,
      en: `${make ? `Make the folder where it is missing (${make}), and w` : 'W'}rite it in Notepad. Where you save it under another name, choose the type "All files"; otherwise its name ends with .txt. To open it: ${edit}`,
    };
  return {
    ko: `${make ? `폴더가 없으면 만들고(${make}) ` : ''}편집기로 씁니다: ${edit} (저장은 Ctrl-O와 Enter, 끝내기는 Ctrl-X)`,
    en: `${make ? `Make the folder where it is missing (${make}), and w` : 'W'}rite it in an editor: ${edit} (Ctrl-O and Enter save, Ctrl-X ends)`,
  };
}

/** Opens a file in an editor that every machine of that system has, also a file that is not there yet. */
export function editLine(file: string, { system }: Machine): Command {
  if (system !== 'windows') return commandOf('nano', file);
  return inEachShell((shell) => lineFor(shell, commandOf('notepad', withEnd(pathIn(shell, file)))));
}

/** Makes a folder that is not there yet, and those above it. */
export function folderLine(folder: string, { system }: Machine): Command {
  if (system !== 'windows') return commandOf('mkdir', '-p', folder);
  return inEachShell((shell) =>
    lineFor(
      shell,
      commandOf('mkdir', ...(shell === 'git-bash' ? ['-p'] : []), pathIn(shell, folder)),
    ),
  );
}

const pathIn = (shell: Shell, path: string) =>
  shell === 'git-bash' ? path : path.replaceAll('/', '\\');

/** Notepad gives a new file without an extension the extension .txt, unless a dot ends its name; Windows leaves that dot out. */
function withEnd(path: string): string {
  return win32.extname(path) === '' ? `${path}.` : path;
}
