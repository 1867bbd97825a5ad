import { defineProblem, type Maybe } from '../problem';
import { setLine, unsetLine } from '../shell/own-lines';

/** A file of what is remembered cannot be read. */
export const recordDamaged = defineProblem(
  'record-damaged',
  ({ path = '' }: Maybe<'path'>) => ({
    message: {
      ko: `실습 기록 파일을 읽을 수 없습니다: ${path}`,
      en: `A record of the labs cannot be read: ${path}`,
    },
    remedy: {
      ko: '그 파일을 다른 이름으로 바꾼 뒤 다시 합니다. 통과 기록은 다시 확인하면 생깁니다.',
      en: 'Rename that file and try again; what was passed is recorded anew by a check.',
    },
  }),
  { kind: 'cannot-tell' },
);

/** The folder of what is remembered cannot be used. */
export const dataFolderUnusable = defineProblem(
  'data-folder-unusable',
  ({ path = '', said = '' }: Maybe<'path' | 'said'>) => ({
    message: {
      ko: `실습 기록을 둘 폴더를 쓸 수 없습니다: ${path} (${said})`,
      en: `The folder for the records of the labs cannot be used: ${path} (${said})`,
    },
    remedy: {
      ko: process.env['XDG_DATA_HOME']
        ? 'XDG_DATA_HOME 환경 변수를 쓸 수 있는 폴더로 바꾸거나 없앤 뒤 다시 합니다:'
        : '그 폴더의 권한과 남은 공간을 확인하거나, 다른 폴더를 정해 줍니다(FOLDER 자리에 폴더의 경로를 씁니다):',
      en: process.env['XDG_DATA_HOME']
        ? 'Set XDG_DATA_HOME to a folder that you may write to, or unset it, and try again:'
        : 'Check the permissions and the free space of that folder, or name another one for FOLDER:',
      commands: [
        process.env['XDG_DATA_HOME']
          ? unsetLine('XDG_DATA_HOME')
          : setLine({ DKKB_DATA: 'FOLDER' }),
      ],
    },
  }),
  { kind: 'cannot-tell' },
);
