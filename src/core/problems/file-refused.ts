import { defineProblem, type Description } from '../problem';
import { commandOf } from '../shell/command';

interface Refused extends Readonly<Record<string, string | boolean | undefined>> {
  readonly path: string;
  readonly code: string;
  readonly held: boolean;
  /** Whether it was to be read, and not to be changed. */
  readonly reading?: boolean;
}

function unreadable(path: string, code: string): Description {
  return {
    message: {
      ko: `이 파일이나 폴더를 읽을 권한이 없습니다: ${path} (${code})`,
      en: `You have no permission to read this file or folder: ${path} (${code})`,
    },
    remedy: {
      ko: '소유자와 권한을 봅니다(첫째 줄). 내 파일이면 읽을 권한을 더합니다(둘째 줄). 다른 사용자의 파일이면 그 사용자나 관리자에게 부탁합니다:',
      en: 'See who owns it and who may read it (first line). If it is yours, let yourself read it (second line). If it is not, ask its owner or an administrator:',
      commands: [commandOf('ls', '-ld', path), commandOf('chmod', 'u+rX', path)],
    },
  };
}

/** The system does not let a file be read, written, renamed or removed; on Windows, mostly because another program has it open. */
export const fileRefused = defineProblem(
  'file-refused',
  ({ path, code, held, reading = false }: Refused, { system }) => {
    const isHeld = held || system === 'windows';
    if (reading && !isHeld) return unreadable(path, code);
    return {
      message: isHeld
        ? {
            ko: `다른 프로그램에서 열어 두고 있어 이 파일이나 폴더를 쓸 수 없습니다: ${path} (${code})`,
            en: `Another program holds this file or folder open, so it cannot be used: ${path} (${code})`,
          }
        : {
            ko: `이 파일이나 폴더를 쓸 권한이 없습니다: ${path} (${code})`,
            en: `You have no permission to use this file or folder: ${path} (${code})`,
          },
      remedy: isHeld
        ? {
            ko: '그 파일을 연 편집기나 탐색기 창을 닫고 다시 합니다. 아무 데서도 열지 않았다면 파일이 읽기 전용인지, 내 파일인지 확인합니다.',
            en: 'Close the editor or the Explorer window that has it open, and try again. If none has, see whether it is read-only, and whether it is yours.',
          }
        : {
            ko: '파일과 폴더의 소유자와 권한을 확인한 뒤 다시 합니다.',
            en: 'See who owns it and who may write to it, then try again.',
          },
    };
  },
  { kind: 'cannot-tell', explained: { held: false, reading: false } },
);

/** The path of a file is longer than the system allows. */
export const pathTooLong = defineProblem(
  'path-too-long',
  ({ path }: { path: string }) => ({
    message: {
      ko: `파일의 경로가 너무 길어 이 컴퓨터에서 쓸 수 없습니다: ${path}`,
      en: `This path is longer than this system allows: ${path}`,
    },
    remedy: {
      ko: '실습 폴더를 드라이브 바로 아래처럼 경로가 짧은 곳으로 옮기고 다시 합니다.',
      en: 'Move your folder to a place with a shorter path, such as one right under the drive, and try again.',
    },
  }),
  { kind: 'cannot-tell' },
);
