import { defineProblem, type Maybe } from '../problem';

/** Another command works on the lab. */
export const labBusy = defineProblem(
  'lab-busy',
  ({ lab = '' }: Maybe<'lab'>) => ({
    message: {
      ko: `다른 dkkb 명령이 아직 \`${lab}\` 실습을 바꾸고 있습니다.`,
      en: `Another dkkb command is still changing the lab \`${lab}\`.`,
    },
    remedy: {
      ko: '그 명령이 끝난 뒤 다시 합니다.',
      en: 'Try again when that command has ended.',
    },
  }),
  { kind: 'cannot-tell' },
);

/** A file of the reader stands where a step makes one. */
export const fileInWay = defineProblem(
  'file-in-way',
  ({ path = '' }: Maybe<'path'>) => ({
    message: {
      ko: `\`${path}\` 파일이 이미 있습니다. 덮어쓰지 않고 그대로 둡니다.`,
      en: `The file \`${path}\` is already there, and is not overwritten.`,
    },
    remedy: {
      ko: '파일의 이름을 바꾸거나, `--dir` 뒤에 다른 폴더를 적습니다.',
      en: 'Rename it, or name another folder after `--dir`.',
    },
  }),
  { kind: 'cannot-tell' },
);

/** A folder that is to hold files with keys has other files in it. */
export const folderInWay = defineProblem(
  'folder-in-way',
  ({ folder = '', files = '' }: Maybe<'folder' | 'files'>) => ({
    message: {
      ko: `\`${folder}\` 폴더에 dkkb가 이 반을 위해 만들지 않은 것이 있어 건드리지 않습니다: ${files}`,
      en: `The folder \`${folder}\` has what dkkb did not make for this class, and is left alone: ${files}`,
    },
    remedy: {
      ko: '그 파일을 다른 곳으로 옮기거나, `--to` 뒤에 다른 폴더를 적습니다.',
      en: 'Move those files elsewhere, or name another folder after `--to`.',
    },
  }),
  { kind: 'cannot-tell' },
);
