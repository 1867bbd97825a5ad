import { defineProblem, type Remedy } from '../core/problem';
import type { Machine } from '../core/system';
import { installDocker, installTerraform } from '../core/problems/install';

/** The Compose plugin is of the first generation, or older than what the labs need. */
export const composeTooOld = defineProblem(
  'compose-too-old',
  ({ version }: { version: string }, machine) => ({
    message: {
      ko: `Compose ${version} 버전은 너무 오래되었습니다. 2 이상이 필요합니다.`,
      en: `Compose ${version} is too old; version 2 or newer is needed.`,
    },
    remedy: installDocker(machine),
  }),
  { kind: 'cannot-tell' },
);

/** Little space is left where images are kept. */
export const diskLow = defineProblem(
  'disk-low',
  ({ folder, free, wanted }: { folder: string; free: string; wanted: string }) => ({
    message: {
      ko: `${folder} 폴더에 남은 공간이 ${free}뿐입니다. 책의 이미지를 모두 받으려면 ${wanted} 정도가 필요합니다.`,
      en: `Only ${free} are left in ${folder}; all images of the book need about ${wanted}.`,
    },
    remedy: {
      ko: '무엇이 공간을 쓰는지 보고(첫째 줄), 쓰지 않는 이미지를 지웁니다(둘째 줄):',
      en: 'See what takes the space (first line), and remove images without a name (second line):',
      commands: ['docker system df', 'docker image prune'],
    },
  }),
  { kind: 'cannot-tell' },
);

/** The work is in a folder of Windows, and it is done in WSL. */
export const folderOfWindows = defineProblem(
  'folder-of-windows',
  ({ folder }: { folder: string }) => ({
    message: {
      ko: `지금 폴더는 Windows 쪽에 있습니다: ${folder}. WSL에서는 리눅스 쪽의 홈 폴더보다 느리고, 컨테이너가 파일이 바뀐 것을 바로 알지 못하기도 합니다.`,
      en: `This folder is on the side of Windows: ${folder}. From WSL it is slower than your home folder in Linux, and a container may not notice that a file has changed.`,
    },
    remedy: {
      ko: '실습은 그대로 할 수 있습니다. 느리면 홈 폴더로 옮깁니다:',
      en: 'The labs work all the same. If it is too slow, move to your home folder:',
      commands: ['cd'],
    },
  }),
  { kind: 'note' },
);

/** The engine is set to a registry mirror that does not answer. */
export const mirrorSilent = defineProblem(
  'mirror-silent',
  ({ url, reason }: { url: string; reason: string }) => ({
    message: {
      ko: `엔진은 ${url} 미러를 쓰도록 설정되어 있지만 미러가 응답하지 않습니다(${reason}). 이미지는 공개 저장소에서 바로 받게 됩니다.`,
      en: `The engine is set to the mirror ${url}, which does not answer (${reason}); images come straight from the public registry.`,
    },
    remedy: {
      ko: '교실이라면 선생님 컴퓨터의 미러가 켜져 있는지 묻습니다. 교실이 아니라면 엔진 설정에서 registry-mirrors 줄을 지웁니다.',
      en: "In the classroom, ask whether the mirror on the teacher's machine runs. Elsewhere, take registry-mirrors out of the engine's settings.",
    },
  }),
  { kind: 'cannot-tell' },
);

/** This machine and the engine disagree about the time. */
export const clockDiffers = defineProblem(
  'clock-differs',
  ({ seconds }: { seconds: string }, machine) => ({
    message: {
      ko: `이 컴퓨터와 엔진의 시계가 ${seconds}초 다릅니다. 인증서와 AWS는 60초 넘게 다르면 거절할 수 있습니다.`,
      en: `The clocks of this computer and of the engine differ by ${seconds} s; certificates and AWS may refuse more than 60 s.`,
    },
    remedy: setClock(machine),
  }),
  { kind: 'cannot-tell' },
);

function setClock({ system }: Machine): Remedy {
  if (system === 'wsl') {
    return {
      ko: 'PowerShell에서 WSL을 끝낸 뒤 다시 엽니다:',
      en: 'End WSL from PowerShell, then open it again:',
      commands: ['wsl --shutdown'],
    };
  }
  if (system === 'macos' || system === 'windows') {
    return {
      ko: '컴퓨터의 시간 자동 설정을 켜고 Docker Desktop을 다시 시작합니다.',
      en: 'Let the system set its clock by itself, and restart Docker Desktop.',
    };
  }
  return {
    ko: '시계를 자동으로 맞추게 합니다. 가상 머신이라면 그 안에서도 합니다:',
    en: 'Let the clock be set by itself, inside a virtual machine too:',
    commands: ['sudo timedatectl set-ntp true'],
  };
}

/** A program that some chapters use is not there. */
export const optionalMissing = defineProblem(
  'optional-missing',
  ({ program, ko, en }: { program: string; ko: string; en: string }, machine) => ({
    message: {
      ko: `\`${program}\` 프로그램이 없습니다. ${ko}`,
      en: `\`${program}\` is not installed. ${en}`,
    },
    remedy: installOptional(program, machine),
  }),
  {
    kind: 'cannot-tell',
    explained: {
      program: 'terraform',
      ko: '클라우드의 VM을 만들 때 씁니다.',
      en: 'It makes VMs in a cloud.',
    },
  },
);

function installOptional(program: string, machine: Machine): Remedy {
  if (program === 'terraform') return installTerraform(machine);
  const { system } = machine;
  const text = { ko: '필요해지면 설치합니다:', en: 'Install it when you need it:' };
  if (system === 'macos') return { ...text, commands: ['brew install kubectl'] };
  if (system === 'windows') return { ...text, commands: ['winget install Kubernetes.kubectl'] };
  const url = 'https://kubernetes.io/docs/tasks/tools/';
  return { ko: `필요해지면 설치합니다. 안내: ${url}`, en: `Install it when you need it: ${url}` };
}
