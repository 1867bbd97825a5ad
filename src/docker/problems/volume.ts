import { shellLine } from '../../core/shell/command';
import { defineProblem } from '../../core/problem';

/** A volume does not exist; `similar` is a name close to it, or empty. */
export const volumeMissing = defineProblem(
  'volume-missing',
  ({ volume, similar }: { volume: string; similar: string }) => ({
    message: {
      ko: `\`${volume}\` 볼륨이 없습니다.${similar ? ` 비슷한 이름의 \`${similar}\` 볼륨은 있습니다.` : ''}`,
      en: `There is no volume \`${volume}\`.${similar ? ` There is one called \`${similar}\`.` : ''}`,
    },
    remedy: {
      ko: '볼륨을 만듭니다:',
      en: 'Create it:',
      commands: [shellLine`docker volume create ${volume}`],
    },
  }),
  { explained: { similar: '' } },
);

/** A volume has no files. */
export const volumeEmpty = defineProblem('volume-empty', ({ volume }: { volume: string }) => ({
  message: {
    ko: `\`${volume}\` 볼륨이 비어 있습니다.`,
    en: `The volume \`${volume}\` is empty.`,
  },
  remedy: {
    ko: '볼륨에 들어갈 파일이 다른 자리로 가지 않았는지 마운트한 경로를 확인합니다.',
    en: 'Look at the paths of your command: its files may have gone somewhere else.',
  },
}));

/** A file is no tar archive. */
export const archiveUnreadable = defineProblem(
  'archive-unreadable',
  ({ file, dir }: { file: string; dir: string }) => ({
    message: {
      ko: `\`${dir}\` 폴더의 \`${file}\` 파일은 tar 압축 파일이 아니거나 끝까지 쓰이지 않았습니다.`,
      en: `\`${file}\` in \`${dir}\` is not a tar archive, or it is not complete.`,
    },
    remedy: {
      ko: '`tar`의 `c`와 `z` 옵션으로 다시 백업합니다.',
      en: 'Make the backup again, with the options `c` and `z` of `tar`.',
    },
  }),
);

type EmptyArchive = Readonly<Record<'file' | 'similar', string>>;

/** An archive holds no files; `similar` is a volume of nearly the right name, or empty. */
export const archiveEmpty = defineProblem('archive-empty', ({ file, similar }: EmptyArchive) => ({
  message: {
    ko: `\`${file}\` 파일에 백업된 것이 없습니다.${similar ? ` 이름이 비슷한 \`${similar}\` 볼륨이 있습니다.` : ''}`,
    en: `The archive \`${file}\` holds no files.${similar ? ` There is a volume called \`${similar}\`.` : ''}`,
  },
  remedy: {
    ko: '백업하는 컨테이너에 볼륨을 마운트한 경로와 `tar`가 읽는 경로가 같은지 확인합니다.',
    en: 'See that the path at which the volume is mounted is the one that `tar` reads.',
  },
}));

interface Difference extends Readonly<Record<string, string>> {
  readonly one: string;
  readonly other: string;
  /** Files that only the first holds, only the second, or both with another content; each list may be empty. */
  readonly missing: string;
  readonly extra: string;
  readonly different: string;
}

/** Two of volume and archive do not hold the same files. */
export const filesDiffer = defineProblem(
  'files-differ',
  ({ one, other, missing, extra, different }: Difference) => ({
    message: {
      ko: [
        `두 곳의 파일이 서로 다릅니다: \`${one}\`, \`${other}\`.`,
        ...(missing ? [`\`${other}\`에 없는 파일: ${missing}.`] : []),
        ...(extra ? [`\`${other}\`에만 있는 파일: ${extra}.`] : []),
        ...(different ? [`내용이 다른 파일: ${different}.`] : []),
      ].join(' '),
      en: [
        `\`${one}\` and \`${other}\` do not hold the same files.`,
        ...(missing ? [`\`${other}\` lacks: ${missing}.`] : []),
        ...(extra ? [`Only \`${other}\` has: ${extra}.`] : []),
        ...(different ? [`With another content: ${different}.`] : []),
      ].join(' '),
    },
    remedy: {
      ko: '백업이나 복원을 다시 합니다. 볼륨에 다른 파일이 섞였다면 볼륨을 지우고 새로 만듭니다.',
      en: 'Back up or restore again; if other files are in the volume, remove it and create it anew.',
    },
  }),
);

/** The files came back one folder too deep. */
export const filesNested = defineProblem(
  'files-nested',
  ({ volume, folder }: { volume: string; folder: string }) => ({
    message: {
      ko: `\`${volume}\` 볼륨의 파일이 \`${folder}\` 폴더 안에 들어 있습니다. 원래 볼륨에는 그 폴더가 없습니다.`,
      en: `In the volume \`${volume}\` the files lie in a folder \`${folder}\`, which the first volume does not have.`,
    },
    remedy: {
      ko: '백업할 때 `tar` 명령에 `-C 폴더 .` 옵션을 쓰면 경로 없이 파일만 들어갑니다. 볼륨을 지우고 다시 합니다.',
      en: 'With `-C FOLDER .`, `tar` takes the files without the path. Remove the volume and do it again.',
    },
  }),
);
