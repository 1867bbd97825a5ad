import type { Text } from '../core/text';
import type { ArchiveFault } from './archive-names';
import { defineProblem, type Maybe } from '../core/problem';

/** The archive of images is not there. */
export const archiveMissing = defineProblem(
  'archive-missing',
  ({ file = '' }: Maybe<'file'>) => ({
    message: { ko: `이미지 파일이 없습니다: ${file}`, en: `There is no such archive: ${file}` },
    remedy: {
      ko: '파일의 위치를 확인합니다. 파일은 `dkkb images save 파일` 명령으로 만듭니다.',
      en: 'Check the path. `dkkb images save FILE` makes an archive.',
    },
  }),
  { kind: 'cannot-tell' },
);

const causes: Readonly<Record<ArchiveFault, Text>> = {
  compressed: { ko: '압축된 파일입니다', en: 'it is compressed' },
  'no-archive': {
    ko: 'tar 파일이 아니거나 끝까지 있지 않습니다',
    en: 'it is no tar archive, or not all of it',
  },
  'no-index': { ko: '이미지 목록이 없습니다', en: 'it has no list of images' },
  'too-large': { ko: '목록이 너무 큽니다', en: 'its list is too large' },
  form: {
    ko: 'docker save가 만드는 형식이 아닙니다',
    en: 'it is not what docker save makes',
  },
};

/** A file is not what an archive of images is, or could be read in two ways. */
export const archiveRefused = defineProblem(
  'archive-refused',
  ({ file = '', fault = '', where = '' }: Maybe<'file' | 'fault' | 'where'>) => {
    const cause = Object.entries(causes).find(([known]) => known === fault)?.[1] ?? causes.form;
    const place = where ? ` (${where})` : '';
    return {
      message: {
        ko: `${file} 파일을 불러오지 않았습니다. ${cause.ko}${place}.`,
        en: `${file} was not loaded: ${cause.en}${place}.`,
      },
      remedy:
        fault === 'compressed'
          ? {
              ko: '먼저 압축을 풉니다(예: gunzip 명령).',
              en: 'Unpack it first (for example with gunzip).',
            }
          : {
              ko: '파일을 다시 받습니다. 파일은 `dkkb images save 파일` 명령으로 만듭니다.',
              en: 'Get the file again. `dkkb images save FILE` makes an archive.',
            },
    };
  },
  { kind: 'cannot-tell' },
);

/** Images are built from packages on Linux only. */
export const buildNeedsLinux = defineProblem(
  'images-build-needs-linux',
  () => ({
    message: {
      ko: '배포판의 패키지로 이미지를 만드는 일은 데비안과 우분투에서만 할 수 있습니다.',
      en: 'Images can be built from packages on Debian and Ubuntu only.',
    },
    remedy: {
      ko: '다른 컴퓨터에서 만들어 저장한 파일을 불러옵니다(FILE 자리에 파일 이름을 씁니다):',
      en: 'Load a file that another machine has made (its name for FILE):',
      commands: ['dkkb images load FILE'],
    },
  }),
  { kind: 'cannot-tell' },
);
