import { quote } from '../../core/shell/posix';
import { shellLine } from '../../core/shell/command';
import type { Again } from './again';
import { defineProblem } from '../../core/problem';

type Mounted = Again & Readonly<Record<'target' | 'wanted' | 'found', string>>;

const again = ({ remove, run }: Again) => ({
  ko: '마운트는 만들 때만 정할 수 있으니 지우고 다시 만듭니다:',
  en: 'Mounts are set at creation, so make it again:',
  commands: [remove, run],
});

/** Nothing is mounted at the path; `found` lists what is mounted elsewhere, or is empty. */
export const mountMissing = defineProblem('mount-missing', (values: Mounted) => ({
  message: {
    ko: `\`${values.name}\` 컨테이너의 \`${values.target}\` 자리에 마운트된 것이 없습니다.${values.found ? ` 지금 마운트된 것: ${values.found}` : ''}`,
    en: `Nothing is mounted at \`${values.target}\` in the container \`${values.name}\`.${values.found ? ` Mounted is: ${values.found}` : ''}`,
  },
  remedy: again(values),
}));

const kinds: Readonly<Record<string, { ko: string; en: string }>> = {
  bind: { ko: '바인드 마운트', en: 'a bind mount' },
  volume: { ko: '볼륨 마운트', en: 'a volume mount' },
};

/** A volume where a folder should be, or the other way round. */
export const mountTypeWrong = defineProblem('mount-type-wrong', (values: Mounted) => {
  const wanted = kinds[values.wanted] ?? { ko: values.wanted, en: values.wanted };
  const found = kinds[values.found] ?? { ko: values.found, en: values.found };
  return {
    message: {
      ko: `\`${values.name}\` 컨테이너의 \`${values.target}\` 자리에 필요한 것은 ${wanted.ko}(${values.wanted}) 방식인데 지금은 ${found.ko}(${values.found}) 방식입니다.`,
      en: `At \`${values.target}\` the container \`${values.name}\` needs ${wanted.en}, and has ${found.en}.`,
    },
    remedy: again(values),
  };
});

/** The right kind of mount, of another volume or folder. */
export const mountSourceWrong = defineProblem('mount-source-wrong', (values: Mounted) => ({
  message: {
    ko: `\`${values.name}\` 컨테이너의 \`${values.target}\` 자리에 \`${values.wanted}\` 대신 \`${values.found}\` 항목이 마운트되어 있습니다.`,
    en: `At \`${values.target}\` the container \`${values.name}\` has \`${values.found}\`, not \`${values.wanted}\`.`,
  },
  remedy: again(values),
}));

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

/** The folder of the exercise is not there. */
export const folderMissing = defineProblem(
  'folder-missing',
  ({ folder, dir }: { folder: string; dir: string }) => ({
    message: {
      ko: `\`${dir}\` 폴더 안에 \`${folder}\` 폴더가 없습니다.`,
      en: `There is no folder \`${folder}\` in \`${dir}\`.`,
    },
    remedy: {
      ko: '폴더를 만듭니다. 다른 곳에서 실습한다면 `--dir` 뒤에 그 폴더를 적어 다시 확인합니다.',
      en: 'Make the folder. If you work in another folder, name that folder after `--dir`.',
    },
  }),
);

/** The folder has no file that could be shown. */
export const folderEmpty = defineProblem(
  'folder-empty',
  ({ folder, dir }: { folder: string; dir: string }) => ({
    message: {
      ko: `\`${dir}\` 폴더 안의 \`${folder}\` 폴더에 파일이 없습니다.`,
      en: `The folder \`${folder}\` in \`${dir}\` has no file.`,
    },
    remedy: {
      ko: '폴더에 `index.html` 파일을 만듭니다.',
      en: 'Put a file `index.html` into it.',
    },
  }),
);

/** The folder cannot be written to, as when the engine made it. */
export const folderReadOnly = defineProblem(
  'folder-read-only',
  ({ path }: { path: string }) => ({
    message: {
      ko: `\`${path}\` 폴더에 파일을 쓸 수 없어 바인드 마운트인지 확인하지 못했습니다. 폴더가 없을 때 컨테이너를 실행하면 도커가 관리자 소유로 만듭니다.`,
      en: `\`${path}\` cannot be written to, so the bind mount was not checked. Where the folder was missing, the engine made it, and root owns it.`,
    },
    remedy: {
      ko: '폴더의 소유자를 바꿉니다:',
      en: 'Make yourself its owner:',
      commands: [`sudo chown "$USER" ${quote(path)}`],
    },
  }),
  { kind: 'cannot-tell' },
);
