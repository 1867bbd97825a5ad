import {} from '../../core/shell/command';
import { renameLine } from '../../core/shell/own-lines';
import { defineProblem, type Maybe } from '../../core/problem';

/** This computer has no keys of the class. */
export const nothingToCarry = defineProblem(
  'class-not-here',
  ({ name = '', path = '' }: Maybe<'name' | 'path'>) => ({
    message: {
      ko: `이 컴퓨터에는 \`${name}\` 반의 키가 없습니다(${path}). 내보낼 것이 없습니다.`,
      en: `This computer has no keys of the class \`${name}\` (${path}), so there is nothing to export.`,
    },
    remedy: {
      ko: '반을 만든 컴퓨터에서 내보냅니다. 어떤 반이 있는지 보기:',
      en: 'Export it on the computer that made it. Which classes there are:',
      commands: ['dkkb class list'],
    },
  }),
  { kind: 'cannot-tell' },
);

/** The file is no exported class, or the passphrase is another one. */
export const carriedDamaged = defineProblem(
  'class-file-damaged',
  ({ file = '' }: Maybe<'file' | 'said'>) => ({
    message: {
      ko: `\`${file}\` 파일을 열 수 없습니다. 암호가 다르거나, 내보낸 반의 파일이 아니거나, 파일이 손상되었습니다.`,
      en: `\`${file}\` cannot be opened: the passphrase is another one, the file is no exported class, or it is damaged.`,
    },
    remedy: {
      ko: '내보낼 때 쓴 암호로 다시 합니다. 파일을 다시 옮겨야 한다면 반을 만든 컴퓨터에서 한 번 더 내보냅니다:',
      en: 'Try the passphrase of the export again. If the file has to be made anew, export it once more on the computer that made the class:',
      commands: ['dkkb class export class.age'],
    },
  }),
  { kind: 'cannot-tell' },
);

/** This computer has other keys of a class of that name. */
export const carryInWay = defineProblem(
  'class-file-in-way',
  ({ name = '', path = '', files = '' }: Maybe<'name' | 'path' | 'files'>) => ({
    message: {
      ko: `이 컴퓨터에는 \`${name}\` 반의 다른 키가 이미 있습니다: ${files}. 아무것도 바꾸지 않았습니다.`,
      en: `This computer already has other keys of a class \`${name}\`: ${files}. Nothing was changed.`,
    },
    remedy: {
      ko: '그 키로 여는 VM이 더 없다면 폴더를 다른 곳으로 옮긴 뒤 다시 합니다:',
      en: 'If no VM needs those keys any more, move the folder away, then try again:',
      commands: [renameLine(path, `${path}.before`)],
    },
  }),
  { kind: 'cannot-tell' },
);

/** A file in the place of a private key is none, or has a passphrase. */
export const keyDamaged = defineProblem(
  'class-key-damaged',
  ({ path = '' }: Maybe<'path'>) => ({
    message: {
      ko: `\`${path}\` 파일은 읽을 수 있는 개인 키가 아닙니다. 손상되었거나 암호가 걸려 있습니다.`,
      en: `\`${path}\` is no private key that can be read: it is damaged, or has a passphrase.`,
    },
    remedy: {
      ko: '이 키로 만든 VM이 있으면, 그 VM을 만든 컴퓨터에서 반을 내보내 여기로 가져옵니다. 없으면 파일을 다른 이름으로 바꿉니다. 그러면 새 키를 만듭니다:',
      en: 'If a VM was made with this key, carry the class over from the computer that made it. If none was, give the file another name; a new key is made then:',
      commands: [renameLine(path, `${path}.before`)],
    },
  }),
  { kind: 'cannot-tell' },
);
