import { defineProblem, type Maybe } from '../../core/problem';
import type { Machine } from '../../core/system';

function installLines({ system, isRoot }: Machine): string[] {
  const sudo = isRoot ? '' : 'sudo ';
  // A new machine has no package lists yet.
  const apt = [`${sudo}apt-get update`, `${sudo}apt-get install qemu-system qemu-utils`];
  const lines: Readonly<Partial<Record<Machine['system'], readonly string[]>>> = {
    debian: apt,
    wsl: apt,
    fedora: [`${sudo}dnf install qemu-kvm qemu-img`],
    arch: [`${sudo}pacman -S qemu-full`],
    alpine: [`${sudo}apk add qemu-system-x86_64 qemu-img`],
    suse: [`${sudo}zypper install qemu`],
    macos: ['brew install qemu'],
    windows: ['winget install -e --id Oracle.VirtualBox'],
  };
  return [...(lines[system] ?? [])];
}

/** Neither QEMU nor VirtualBox is installed. */
export const vmNoHypervisor = defineProblem(
  'vm-no-hypervisor',
  ({ missing = '' }: Maybe<'missing'>, machine) => ({
    message: {
      ko: `이 컴퓨터에 가상 머신을 실행할 프로그램이 없습니다. 찾지 못한 것: ${missing}`,
      en: `This computer has no program that runs a virtual machine. Not found: ${missing}`,
    },
    remedy: {
      ko: 'QEMU나 VirtualBox 가운데 하나를 설치합니다. VirtualBox 안내: https://www.virtualbox.org/wiki/Downloads',
      en: 'Install QEMU or VirtualBox. VirtualBox: https://www.virtualbox.org/wiki/Downloads',
      commands: installLines(machine),
    },
  }),
  { kind: 'cannot-tell' },
);

/** The program that was asked for, or that the VM needs, is not there. */
export const vmProgramMissing = defineProblem(
  'vm-program-missing',
  ({ program = '' }: Maybe<'program'>, machine) => ({
    message: {
      ko: `실습 VM에 필요한 \`${program}\` 프로그램이 없습니다.`,
      en: `The practice VM needs the program \`${program}\`, which is not here.`,
    },
    remedy: {
      ko: '설치한 뒤 다시 합니다. 다른 프로그램으로 새로 만들려면 `--by qemu`나 `--by virtualbox` 옵션을 씁니다.',
      en: 'Install it and try again. To make a new VM by the other program, use `--by qemu` or `--by virtualbox`.',
      commands: installLines(machine),
    },
  }),
  { kind: 'cannot-tell' },
);

/** This machine has too little memory for the VM. */
export const vmMemoryShort = defineProblem(
  'vm-memory-short',
  ({ memory = '', has = '' }: Maybe<'memory' | 'has'>) => ({
    message: {
      ko: `실습 VM에 줄 메모리가 모자랍니다. 필요한 크기: ${memory} MiB, 지금 쓸 수 있는 크기: ${has} MiB.`,
      en: `There is too little memory for the practice VM. It needs ${memory} MiB, and ${has} MiB can be used now.`,
    },
    remedy: {
      ko: '다른 프로그램을 닫거나 더 작은 크기를 지정합니다. 도커 실습은 1024, Minikube는 3072부터 됩니다:',
      en: 'Close other programs, or name a smaller size: 1024 is enough for Docker, 3072 for Minikube:',
      commands: ['dkkb vm up --memory 1024'],
    },
  }),
  { kind: 'cannot-tell' },
);

/** The disk of this machine has too little space. */
export const vmDiskShort = defineProblem(
  'vm-disk-short',
  ({ folder = '', needed = '', free = '' }: Maybe<'folder' | 'needed' | 'free'>) => ({
    message: {
      ko: `\`${folder}\` 폴더가 있는 디스크에 빈 공간이 모자랍니다. 필요한 크기: ${needed} MiB, 남은 크기: ${free} MiB.`,
      en: `The disk of \`${folder}\` has too little space. Needed: ${needed} MiB, free: ${free} MiB.`,
    },
    remedy: {
      ko: '공간을 비우고 다시 합니다. 받던 이미지는 이어서 받습니다. 다른 디스크의 폴더를 쓰려면 `DKKB_DATA` 변수에 적습니다. 도커가 쓰는 공간 보기:',
      en: 'Free some space and try again; an image that was on its way goes on from there. For a folder on another disk, set `DKKB_DATA`. What Docker uses:',
      commands: ['docker system df'],
    },
  }),
  { kind: 'cannot-tell' },
);
