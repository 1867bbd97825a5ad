import { defineProblem, type Maybe, type Remedy } from '../../core/problem';
import { endLine } from '../../core/shell/own-lines';

type Running = Maybe<'folder' | 'pids'> & {
  /** Whether its files are there, so that `dkkb vm down` ends it. */
  readonly isOurs?: boolean;
};

/** In the VM's folder stands something that dkkb did not write. */
export const vmForeign = defineProblem(
  'vm-foreign',
  ({ folder = '', files = '', pids = '', isOurs = false }: Running & Maybe<'files'>) => ({
    message: {
      ko: `${pids && `실습 VM(QEMU, pid ${pids})이 아직 켜져 있습니다. `}\`${folder}\` 폴더에 dkkb의 기록이 아닌 것이 있습니다: ${files}`,
      en: `${pids && `A practice VM still runs (QEMU, pid ${pids}). `}The folder \`${folder}\` has what is no record of dkkb: ${files}`,
    },
    remedy: pids || isOurs ? ending(pids, isOurs) : seeYourself,
  }),
  { kind: 'cannot-tell', explained: { pids: '', isOurs: false } },
);

const seeYourself: Remedy = {
  ko: '건드리지 않았습니다. 무엇인지 살펴보고, 필요한 것이면 다른 곳으로 옮기고 필요 없으면 지웁니다. 그 뒤 `dkkb vm up` 명령을 다시 합니다.',
  en: 'It is left alone. See what it is. Move it elsewhere, or remove it if nobody needs it. Then run `dkkb vm up` again.',
};

/** A VM runs, or its disk is there, of which nothing is remembered. */
export const vmRecordLost = defineProblem(
  'vm-record-lost',
  ({ folder = '', pids = '', isOurs = false }: Running) => ({
    message: pids
      ? {
          ko: `실습 VM(QEMU, pid ${pids})이 켜져 있지만 그 기록이 \`${folder}\` 폴더에 없습니다.`,
          en: `A practice VM runs (QEMU, pid ${pids}), and the folder \`${folder}\` has no record of it.`,
        }
      : {
          ko: `\`${folder}\` 폴더에 실습 VM의 디스크가 있지만 그 기록이 없습니다.`,
          en: `The folder \`${folder}\` has the disk of a practice VM, and no record of it.`,
        },
    remedy: ending(pids, isOurs),
  }),
  { kind: 'cannot-tell', explained: { isOurs: true } },
);

function ending(pids: string, isOurs: boolean): Remedy {
  if (isOurs)
    return {
      ko: '기록이 없으면 실습 VM에 접속할 수 없습니다. 켜져 있으면 끄고, dkkb가 만든 파일을 지웁니다. VM 안에 있는 것은 모두 사라집니다:',
      en: 'Without its record nobody can log in to the VM. End it if it runs, and remove the files that dkkb made; everything in it is lost:',
      commands: ['dkkb vm down'],
    };
  return {
    ko: 'VM의 폴더를 옮겼으면 제자리로 되돌리고 다시 합니다. 폴더가 없어졌으면 전원을 뽑듯이 끕니다. VM에서 저장하지 않은 것은 사라집니다:',
    en: 'If you have moved its folder, move it back and try again. If the folder is gone, pull its plug; what was not saved in it is lost:',
    commands: pids.split(', ').map(endLine),
  };
}

/** After the removal of the VM, what dkkb did not make stands in its folder. */
export const vmFilesLeft = defineProblem('vm-files-left', ({ files = '' }: Maybe<'files'>) => ({
  message: {
    ko: `dkkb가 만들지 않은 것은 지우지 않고 그대로 두었습니다: ${files}`,
    en: `What dkkb did not make was not removed, and is still there: ${files}`,
  },
  remedy: {
    ko: '필요한 것이면 다른 곳으로 옮기고, 필요 없으면 직접 지웁니다. 그 뒤에 새 VM을 만들 수 있습니다: `dkkb vm up`',
    en: 'Move it elsewhere, or remove it yourself if nobody needs it. After that, `dkkb vm up` can make a new VM.',
  },
}));

/** A key of the VM is gone; the VM took it at its first boot only. */
export const vmKeyLost = defineProblem(
  'vm-key-lost',
  ({ file = '' }: Maybe<'file'>) => ({
    message: {
      ko: `실습 VM의 키가 없어졌습니다: ${file}. VM은 처음 켤 때 받은 키만 알기 때문에, 새 키로는 접속할 수 없습니다.`,
      en: `The key of the practice VM is lost: ${file}. The VM knows only the key of its first boot, so a new one would not let anybody in.`,
    },
    remedy: {
      ko: '백업한 키 파일이 있으면 되돌려 놓습니다. 없으면 VM을 지우고 새로 만듭니다. 안에 있는 것은 모두 사라집니다:',
      en: 'Put the file back if you have a copy of it. If not, remove the VM and make a new one; everything in it is lost:',
      commands: ['dkkb vm down', 'dkkb vm up'],
    },
  }),
  { kind: 'cannot-tell' },
);
