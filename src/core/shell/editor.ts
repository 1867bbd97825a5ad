import { posix, win32 } from 'node:path';

import { currentMachine, type Machine } from '../system';
import type { Text } from '../text';
import { commandOf } from './command';
import { lineFor } from './render';

/** How a reader makes a file of a folder on a machine, and keeps what is there. */
export function editorFor(file: string, machine: Machine = currentMachine()): Text {
  const { system, shell } = machine;
  const folder = posix.dirname(file);
  const inFolder = folder === '.' ? undefined : folder;
  if (system === 'windows') {
    const path = withEnd(shell === 'git-bash' ? file : file.replaceAll('/', '\\'));
    const notepad = lineFor(shell, commandOf('notepad', path));
    const make = inFolder && lineFor(shell, commandOf('mkdir', inFolder));
    return {
      ko: `${make ? `폴더가 없으면 만들고(${make}) ` : ''}메모장으로 씁니다. 다른 이름으로 저장할 때는 파일 형식을 '모든 파일'로 합니다. 그러지 않으면 이름 뒤에 .txt가 붙습니다. 메모장 열기: ${notepad}`,
      en: `${make ? `Make the folder where it is missing (${make}), and w` : 'W'}rite it in Notepad. Where you save it under another name, choose the type "All files"; otherwise its name ends with .txt. To open it: ${notepad}`,
    };
  }
  const nano = lineFor(shell, commandOf('nano', file));
  const make = inFolder && lineFor(shell, commandOf('mkdir', '-p', inFolder));
  return {
    ko: `${make ? `폴더가 없으면 만들고(${make}) ` : ''}편집기로 씁니다: ${nano} (저장은 Ctrl-O와 Enter, 끝내기는 Ctrl-X)`,
    en: `${make ? `Make the folder where it is missing (${make}), and w` : 'W'}rite it in an editor: ${nano} (Ctrl-O and Enter save, Ctrl-X ends)`,
  };
}

/** Notepad gives a new file without an extension the extension .txt, unless a dot ends its name; Windows leaves that dot out. */
function withEnd(path: string): string {
  return win32.extname(path) === '' ? `${path}.` : path;
}
