import { archiveHoldsVolume, volumeIsRestored } from '../../src/docker/checks/files/volume';
import { solution as setup, volume as first } from './volume-mount';
import { workingFolder } from '../../src/core/shell/command';
import { images } from '../../src/core/images';
import type { DockerLab } from '../../src/docker/lab';

const second = 'apa000vol2';
const file = 'backup_apa.tar.gz';

/** The command that runs `tar` in a container with a volume and the reader's folder, and removes the container. */
function tar(volume: string, ...options: string[]): string[] {
  const mounts = ['-v', `${volume}:/moto`, '-v', `${workingFolder}:/saki`];
  const words = [options[0] ?? '', `/saki/${file}`, '-C', '/moto', ...options.slice(1)];
  return ['docker', 'run', '--rm', ...mounts, images.busybox, 'tar', ...words];
}

/** 6-03, column: a volume, backed up into a file and restored into another volume. */
export const volumeBackup: DockerLab = {
  id: 'ch06-volume-backup',
  section: '6-03',
  title: { ko: '볼륨을 백업하고 복원하기', en: 'Back up a volume and restore it' },
  platform: 'docker',
  task: [
    {
      ko: `\`${images.busybox}\` 이미지의 컨테이너로 \`${first}\` 볼륨을 내 폴더의 \`${file}\` 파일에 백업합니다. 볼륨은 이미 준비되어 있습니다.`,
      en: `With a container of the image \`${images.busybox}\`, back up the volume \`${first}\`, which is there already, into the file \`${file}\` of your folder.`,
    },
    { ko: `\`${second}\` 볼륨을 만듭니다.`, en: `Create the volume \`${second}\`.` },
    {
      ko: `\`${file}\` 파일을 \`${second}\` 볼륨에 복원합니다.`,
      en: `Restore \`${file}\` into the volume \`${second}\`.`,
    },
  ],
  hint: {
    ko: '한 컨테이너에 볼륨과 내 폴더를 함께 마운트하고, 백업할 때는 `tar czf`, 복원할 때는 `tar xzf`를 실행합니다. `--rm` 옵션을 붙이면 끝난 컨테이너가 저절로 지워집니다.',
    en: 'Mount the volume and your folder into one container; run `tar czf` to back up and `tar xzf` to restore. With `--rm` a container that has ended is gone.',
  },
  setup,
  solution: { volumes: { [second]: {} }, images: [images.busybox] },
  steps: [tar(first, 'czf', '.'), tar(second, 'xzf')],
  made: { files: [file] },
  checks: [archiveHoldsVolume(file, first), volumeIsRestored(file, first, second)],
};
