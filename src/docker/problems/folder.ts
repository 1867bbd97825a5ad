import { defineProblem, type Remedy } from '../../core/problem';
import { isSomewhere, placeRemedy, placeText, type Place } from '../../core/problems/file-place';
import { folderLine } from '../../core/shell/editor';
import { copyFolderLine, homeLine } from '../../core/shell/own-lines';
import { shellLine } from '../../core/shell/command';
import { quote } from '../../core/shell/posix';
import type { Machine } from '../../core/system';
import type { Again } from './again';

/** The container was given that folder, and a new file in it does not show: the folder was removed and made again since. */
export const folderReplaced = defineProblem(
  'mount-folder-replaced',
  ({ name, path, target }: { name: string; path: string; target: string }) => ({
    message: {
      ko: `\`${name}\` 컨테이너의 \`${target}\` 자리에 \`${path}\` 폴더를 마운트했지만, 지금 그 폴더에 넣은 파일이 보이지 않습니다. 컨테이너를 만든 뒤에 폴더를 지우고 다시 만들었을 때 생기는 일입니다.`,
      en: `At \`${target}\` the container \`${name}\` has the folder \`${path}\`, and a file that is put there now does not show. This happens when the folder was removed and made again after the container was started.`,
    },
    remedy: {
      ko: '컨테이너를 다시 시작하면 지금의 폴더를 마운트합니다:',
      en: 'Restart the container, so that it mounts the folder as it is now:',
      commands: [shellLine`docker restart ${name}`],
    },
  }),
);

/** The engine runs where the reader's folder is not seen; `engine` is the kind of the engine. */
export const folderNotShared = defineProblem(
  'mount-folder-not-shared',
  (values: Again & Readonly<Record<'path' | 'target' | 'engine', string>>, machine) => {
    const { name, path, target, engine } = values;
    const by = names[engine];
    return {
      message: {
        ko: `도커 엔진${by ? `(${by})` : ''}에서는 이 폴더가 보이지 않습니다: \`${path}\`. 그래서 \`${name}\` 컨테이너의 \`${target}\` 자리에 폴더의 파일이 없습니다.`,
        en: `The Docker Engine${by ? ` (${by})` : ''} does not see the folder \`${path}\`, so its files are not at \`${target}\` in the container \`${name}\`.`,
      },
      remedy: seenFolder(values, machine),
    };
  },
);

const names: Readonly<Record<string, string>> = {
  colima: 'Colima',
  lima: 'Lima',
  snap: 'snap',
  rancher: 'Rancher Desktop',
  desktop: 'Docker Desktop',
};

/** How to work in a folder that the engine sees. */
function seenFolder(
  { path, engine, remove, run }: Again & Readonly<Record<'path' | 'engine', string>>,
  { system }: Machine,
): Remedy {
  if (system === 'wsl' && engine === 'desktop')
    return {
      ko: 'Docker Desktop의 Settings > Resources > WSL integration에서 이 배포판을 켜고 Apply를 누른 뒤, 컨테이너를 다시 만듭니다:',
      en: 'In Docker Desktop, switch this distribution on under Settings > Resources > WSL integration and apply it. Then make the container again:',
      commands: [remove, run],
    };
  const isOnOtherDrive = /^(?:[abd-z]:|[\\/]{2})/i.test(path);
  if (system === 'windows' && isOnOtherDrive)
    return {
      ko: '네트워크 드라이브나 따로 연결한 드라이브(D:, Z: 등)는 도커에서 보이지 않는 경우가 많습니다. C: 드라이브의 내 사용자 폴더로 폴더를 복사하고 거기에서 컨테이너를 다시 만듭니다. 확인도 그 폴더에서 합니다:',
      en: 'Docker mostly does not see drives of the network or drives that were added (D:, Z: and such). Copy the folder into your user folder on C:, make the container again from there, and check from there:',
      commands: [homeLine, copyFolderLine(path), remove, run],
    };
  if (system === 'windows')
    return {
      ko: '엔진이 다른 컴퓨터나 WSL에서 실행되고 있는지 봅니다(첫째 줄). 이 컴퓨터의 Docker Desktop을 쓰면(둘째 줄) 폴더가 보입니다. 그런 뒤 컨테이너를 다시 만듭니다:',
      en: 'See whether the engine runs on another machine or in WSL (first line). Docker Desktop of this computer (second line) sees the folder. Then make the container again:',
      commands: ['docker context ls', 'docker context use desktop-linux', run],
    };
  return {
    ko: '홈 폴더는 보통 엔진에서도 보입니다. 폴더를 홈 폴더로 복사하고 거기에서 컨테이너를 다시 만듭니다. 확인도 그 폴더에서 합니다:',
    en: 'Your home folder is mostly seen. Copy the folder there, make the container again from there, and check from there:',
    commands: [homeLine, copyFolderLine(path), remove, run],
  };
}

/** The folder of the exercise is not there. */
export const folderMissing = defineProblem(
  'folder-missing',
  ({ folder, dir, ...place }: Place & Readonly<Record<'folder' | 'dir', string>>, machine) => ({
    message: {
      ko: `\`${dir}\` 폴더 안에 \`${folder}\` 폴더가 없습니다.${placeText(place).ko}`,
      en: `There is no folder \`${folder}\` in \`${dir}\`.${placeText(place).en}`,
    },
    remedy: isSomewhere(place)
      ? placeRemedy({ file: `${folder}/index.html`, dir, ...place }, machine)
      : {
          ko: '폴더를 만듭니다. 다른 곳에서 실습한다면 `--dir` 뒤에 그 폴더를 적어 다시 확인합니다:',
          en: 'Make the folder. If you work in another folder, name that folder after `--dir`:',
          commands: [folderLine(folder, machine)],
        },
  }),
);

/** The folder has no file that could be shown. */
export const folderEmpty = defineProblem(
  'folder-empty',
  ({ folder, dir }: { folder: string; dir: string }, machine) => ({
    message: {
      ko: `\`${dir}\` 폴더 안의 \`${folder}\` 폴더에 파일이 없습니다.`,
      en: `The folder \`${folder}\` in \`${dir}\` has no file.`,
    },
    remedy: placeRemedy({ file: `${folder}/index.html`, dir }, machine),
  }),
);

/** The folder cannot be written to, as when the engine made it. */
export const folderReadOnly = defineProblem(
  'folder-read-only',
  ({ path }: { path: string }, { system }) => ({
    message: {
      ko: `\`${path}\` 폴더에 파일을 쓸 수 없어 바인드 마운트인지 확인하지 못했습니다.${system === 'windows' ? '' : ' 폴더가 없을 때 컨테이너를 실행하면 도커가 관리자 소유로 만듭니다.'}`,
      en: `\`${path}\` cannot be written to, so the bind mount was not checked.${system === 'windows' ? '' : ' Where the folder was missing, the engine made it, and root owns it.'}`,
    },
    remedy:
      system === 'windows'
        ? {
            ko: '폴더의 [속성] > [보안]에서 내 계정에 쓰기 권한이 있는지 봅니다. 문서나 바탕 화면이라면 [랜섬웨어 방지](제어된 폴더 액세스)가 막을 수도 있으니 다른 폴더에서 합니다.',
            en: 'See under Properties > Security whether your account may write to it. In Documents or on the Desktop, ransomware protection (controlled folder access) may forbid it: use another folder.',
          }
        : {
            ko: '폴더의 소유자를 바꿉니다:',
            en: 'Make yourself its owner:',
            commands: [`sudo chown "$USER" ${quote(path)}`],
          },
  }),
  { kind: 'cannot-tell' },
);
