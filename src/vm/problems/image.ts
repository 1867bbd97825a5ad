import { commandOf } from '../../core/shell/command';
import { curlLine } from '../../core/shell/own-lines';
import { defineProblem, type Maybe } from '../../core/problem';
import { isLinux } from '../../core/system';
import type { Text } from '../../core/text';

const releases = 'https://cloud-images.ubuntu.com/releases/24.04/release/';

/** The file of an image is not there. */
export const vmImageMissing = defineProblem(
  'vm-image-missing',
  ({ file = '' }: Maybe<'file'>) => ({
    message: { ko: `\`${file}\` 파일이 없습니다.`, en: `There is no file \`${file}\`.` },
    remedy: {
      ko: '파일의 이름과 폴더를 확인하고 `--image` 뒤에 다시 적습니다. 우분투 이미지로 만들려면:',
      en: 'Look at the name and the folder of the file, and name it again after `--image`. To take an Ubuntu image:',
      commands: ['dkkb vm up'],
    },
  }),
  { kind: 'cannot-tell' },
);

/** What keeps a file from being an image, by its reason; a program said the others. */
const notAnImage: Readonly<Record<string, Text>> = {
  form: {
    ko: '파일의 첫 부분이 qcow2, vmdk, vdi, raw 디스크의 형식이 아닙니다.',
    en: 'It does not begin as a qcow2, vmdk, vdi or raw disk does.',
  },
  kind: { ko: '파일이 아니라 폴더나 장치입니다.', en: 'It is a folder or a device, no file.' },
};

/** A file is no image of a disk. */
export const vmImageUnreadable = defineProblem(
  'vm-image-unreadable',
  ({ file = '', reason = '', said = '' }: Maybe<'file' | 'reason' | 'said'>) => ({
    message: {
      ko: `\`${file}\` 파일은 VM의 디스크로 쓸 수 있는 이미지가 아닙니다. ${notAnImage[reason]?.ko ?? `메시지: ${said}`}`,
      en: `The file \`${file}\` is no image of a disk that a VM can use. ${notAnImage[reason]?.en ?? `It says: ${said}`}`,
    },
    remedy: {
      ko: `우분투 클라우드 이미지를 받아 그 파일을 지정하거나, \`--image\` 옵션 없이 다시 합니다. 받을 곳: ${releases}`,
      en: `Fetch an Ubuntu cloud image and name its file, or leave \`--image\` out. From: ${releases}`,
      commands: ['dkkb vm up'],
    },
  }),
  { kind: 'cannot-tell', explained: { reason: '' } },
);

/** An image that needs another file to be whole. */
export const vmImageNeedsFile = defineProblem(
  'vm-image-needs-file',
  ({ file = '', needed = '' }: Maybe<'file' | 'needed'>) => ({
    message: {
      ko: `\`${file}\` 이미지는 그것만으로 쓸 수 없습니다. 필요한 것: ${needed}`,
      en: `The image \`${file}\` is not whole by itself. It needs: ${needed}`,
    },
    remedy: {
      ko: '다른 파일을 가리키는 이미지는 이 컴퓨터의 아무 파일이나 VM에 보일 수 있어 쓰지 않습니다. 부트 로더가 없는 디스크라면 같은 폴더에 `vmlinuz`, `initrd.img` 파일을 둡니다. 온전한 이미지로 바꾸기:',
      en: 'An image that names other files could show any file of this computer to the VM, so it is not used. For a disk without a boot loader, put `vmlinuz` and `initrd.img` into its folder. To make it whole:',
      commands: [commandOf('qemu-img', 'convert', '-O', 'qcow2', file, 'whole.qcow2')],
    },
  }),
  { kind: 'cannot-tell' },
);

/** A fetched image, or a file, has another checksum than it must have. */
export const vmImageChecksum = defineProblem(
  'vm-image-checksum',
  ({ file = '', wanted = '', found = '' }: Maybe<'file' | 'wanted' | 'found'>) => ({
    message: {
      ko: `\`${file}\` 이미지의 SHA-256 체크섬이 다릅니다. 있어야 할 값: ${wanted}, 지금 값: ${found}. 이 이미지는 쓰지 않았습니다.`,
      en: `The image \`${file}\` has the wrong SHA-256 checksum: ${found} instead of ${wanted}. It was not used.`,
    },
    remedy: {
      ko: '내려받은 것이면 지웠습니다. 같은 명령을 다시 하면 처음부터 받습니다. 같은 일이 되풀이되면 프록시나 미러가 내용을 바꾸고 있거나, `--sha256` 값이 다른 파일의 것입니다.',
      en: 'What was fetched has been removed, and the same command begins anew. If it happens again, a proxy or a mirror changes the content, or `--sha256` is that of another file.',
    },
  }),
  { kind: 'cannot-tell' },
);

/** No checksum is known for an address. */
export const vmImageUnverified = defineProblem(
  'vm-image-unverified',
  ({ url = '', said = '' }: Maybe<'url' | 'said'>) => ({
    message: {
      ko: `${url} 이미지의 체크섬을 알 수 없어 받지 않았습니다. 메시지: ${said}`,
      en: `The checksum of ${url} is not known, so it was not fetched. It says: ${said}`,
    },
    remedy: {
      ko: '만든 곳이 알려 주는 SHA-256 값을 `--sha256` 뒤에 적고 다시 합니다. 같은 폴더의 `SHA256SUMS` 파일은 https 주소일 때만 믿습니다.',
      en: 'Name the SHA-256 that its maker tells after `--sha256`, and try again. `SHA256SUMS` beside it is trusted by https only.',
    },
  }),
  { kind: 'cannot-tell' },
);

/** The image does not come. */
export const vmImageNotFetched = defineProblem(
  'vm-image-not-fetched',
  ({ url = '', said = '', has = '0' }: Maybe<'url' | 'said' | 'has'>) => ({
    message: {
      ko: `이미지를 끝까지 받지 못했습니다: ${url} — ${said}. ${has === '0' ? '받아 둔 것은 없습니다.' : `받아 둔 크기: ${has}.`}`,
      en: `The image did not come whole: ${url} — ${said}. ${has === '0' ? 'Nothing of it has come.' : `Kept of it: ${has}.`}`,
    },
    remedy: {
      ko: '네트워크를 확인하고 같은 명령을 다시 하면 이어서 받습니다. 인터넷이 없으면 다른 컴퓨터에서 받은 파일을 `--image` 뒤에 적습니다. 데비안이나 우분투에서는 패키지로 디스크를 만들 수 있습니다(`dkkb vm up --image debian`). 주소 열어 보기:',
      en: 'Look at the network and run the same command again: it goes on from there. Without internet, name a file from another computer after `--image`; on Debian or Ubuntu a disk can be built from packages (`dkkb vm up --image debian`). To try the address:',
      commands: [curlLine('-I', url)],
    },
  }),
  { kind: 'cannot-tell' },
);

/** Why nothing is fetched from an address, by its reason. */
const refusals: Readonly<Record<string, Text>> = {
  missing: { ko: '그 주소에 파일이 없습니다.', en: 'There is no such file there.' },
  denied: {
    ko: '서버가 그 파일을 내주지 않습니다.',
    en: 'The server does not give that file out.',
  },
  redirects: {
    ko: '서버가 다른 주소로 너무 여러 번 넘깁니다.',
    en: 'There are too many redirects.',
  },
  large: {
    ko: '파일이 dkkb가 받는 크기보다 큽니다.',
    en: 'The file is larger than dkkb fetches.',
  },
  answer: {
    ko: '서버가 파일이 아닌 다른 것으로 답합니다.',
    en: 'The server answers with something else than the file.',
  },
};

/** The server answers, and what it says does not change when it is asked again. */
export const vmImageRefused = defineProblem(
  'vm-image-refused',
  ({ url = '', reason = 'answer', said = '' }: Maybe<'url' | 'reason' | 'said'>) => ({
    message: {
      ko: `이미지를 받을 수 없습니다: ${url} — ${(refusals[reason] ?? refusals['answer'])?.ko ?? ''} (${said})`,
      en: `The image cannot be fetched: ${url} — ${(refusals[reason] ?? refusals['answer'])?.en ?? ''} (${said})`,
    },
    remedy: {
      ko: '같은 명령을 다시 해도 달라지지 않습니다. 주소가 맞는지 보고(첫째 줄) `--image` 뒤에 다시 적습니다. 우분투 이미지로 만들려면(둘째 줄):',
      en: 'The same command again changes nothing. See whether the address is right (first line), and name another one after `--image`. To take an Ubuntu image (second line):',
      commands: [curlLine('-I', url), 'dkkb vm up'],
    },
  }),
  { kind: 'cannot-tell', explained: { reason: 'missing' } },
);

/** The image that the VM's disk is built on has been moved or changed. */
export const vmImageGone = defineProblem(
  'vm-image-gone',
  ({ file = '', said = '' }: Maybe<'file' | 'said'>) => ({
    message: {
      ko: `실습 VM의 디스크가 쓰는 \`${file}\` 이미지가 없어졌거나 바뀌었습니다(${said}). VM은 켜지 않았습니다.`,
      en: `The image \`${file}\`, on which the disk of the practice VM is built, is gone or was changed (${said}). The VM was not started.`,
    },
    remedy: {
      ko: '그 파일을 제자리에 되돌려 놓습니다. 되돌릴 수 없으면 VM을 지우고 새로 만듭니다. VM 안에 있던 것은 사라집니다:',
      en: 'Put that file back as it was. If that cannot be done, remove the VM and make a new one; what was in it is lost:',
      commands: ['dkkb vm down', 'dkkb vm up'],
    },
  }),
  { kind: 'cannot-tell' },
);

/** A disk could not be made from packages. */
export const vmDiskNotBuilt = defineProblem(
  'vm-disk-not-built',
  ({ said = '' }: Maybe<'said' | 'log'>, { system }) => ({
    message: {
      ko: `데비안 패키지로 디스크를 만들지 못했습니다. 메시지: ${said}`,
      en: `The disk could not be built from Debian's packages. It says: ${said}`,
    },
    remedy: {
      ko: 'mmdebstrap이 있는 데비안이나 우분투에서, 프로젝트 폴더에서 직접 실행해 봅니다:',
      en: 'On Debian or Ubuntu with mmdebstrap, run it yourself in the project folder:',
      ...(isLinux(system) ? { commands: ['bash scripts/build-vm-disk.sh --help'] } : {}),
    },
  }),
  { kind: 'cannot-tell' },
);
