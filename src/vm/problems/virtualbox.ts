import { commandOf } from '../../core/shell/command';
import { defineProblem, type Maybe } from '../../core/problem';

/** VirtualBox has a VM of that name that dkkb did not make. */
export const vmNameTaken = defineProblem(
  'vm-name-taken',
  ({ name = '' }: Maybe<'name' | 'said'>) => ({
    message: {
      ko: `VirtualBox에 \`${name}\` 이름의 VM이 이미 있고, dkkb가 만든 것이 아닙니다. 건드리지 않았습니다.`,
      en: `VirtualBox has a VM \`${name}\` that dkkb did not make. It is left alone.`,
    },
    remedy: {
      ko: '그 VM의 이름을 바꾸고 다시 합니다. VBoxManage가 PATH에 없으면 VirtualBox 창에서 바꿉니다:',
      en: 'Rename that VM and try again; where VBoxManage is not on the PATH, in the window of VirtualBox:',
      commands: [commandOf('VBoxManage', 'modifyvm', name, '--name', `${name}-old`)],
    },
  }),
  { kind: 'cannot-tell' },
);

/** The processor's virtualization is off. */
export const vmVirtualizationOff = defineProblem(
  'vm-virtualization-off',
  ({ said = '' }: Maybe<'said'>) => ({
    message: {
      ko: `CPU의 가상화 기능(VT-x, AMD-V)이 꺼져 있어 VirtualBox가 VM을 켤 수 없습니다. 메시지: ${said}`,
      en: `The processor's virtualization (VT-x, AMD-V) is off, so VirtualBox cannot start the VM. It says: ${said}`,
    },
    remedy: {
      ko: '컴퓨터를 다시 시작해 BIOS(UEFI) 설정에서 Intel Virtualization Technology나 SVM Mode를 켜고 저장합니다. 그 뒤 다시 합니다:',
      en: 'Restart the computer, switch “Intel Virtualization Technology” or “SVM Mode” on in its BIOS or UEFI, and save. Then:',
      commands: ['dkkb vm up'],
    },
  }),
  { kind: 'cannot-tell' },
);

/** Another program has the processor's virtualization. */
export const vmVirtualizationInUse = defineProblem(
  'vm-virtualization-in-use',
  ({ said = '' }: Maybe<'said'>, { system, isRoot }) => ({
    message: {
      ko: `다른 가상 머신 프로그램이 CPU의 가상화 기능을 쓰고 있어 VirtualBox가 VM을 켤 수 없습니다. 메시지: ${said}`,
      en: `Another program for virtual machines has the processor's virtualization, so VirtualBox cannot start the VM. It says: ${said}`,
    },
    remedy:
      system === 'windows' || system === 'macos'
        ? {
            ko: '다른 가상 머신을 끄고 다시 합니다:',
            en: 'End the other virtual machines and try again:',
            commands: ['dkkb vm up'],
          }
        : {
            ko: '다른 가상 머신을 끄고 KVM을 내린 뒤 다시 합니다. 아니면 QEMU로 새로 만듭니다(`dkkb vm down`, `dkkb vm up --by qemu`):',
            en: 'End the other virtual machines, unload KVM and try again; or make it anew by QEMU (`dkkb vm down`, `dkkb vm up --by qemu`):',
            commands: [`${isRoot ? '' : 'sudo '}modprobe -r kvm_amd kvm_intel`],
          },
  }),
  { kind: 'cannot-tell' },
);

/** Hyper-V has the processor's virtualization, and VirtualBox cannot use it. */
export const vmHyperV = defineProblem(
  'vm-hyper-v',
  ({ said = '' }: Maybe<'said'>) => ({
    message: {
      ko: `Hyper-V가 켜져 있어 VirtualBox가 CPU의 가상화 기능을 쓸 수 없습니다. 메시지: ${said}`,
      en: `Hyper-V is on, and VirtualBox cannot use the processor's virtualization beside it. It says: ${said}`,
    },
    remedy: {
      ko: 'VirtualBox 7의 최신 버전으로 올리고, Windows 기능에서 “Windows 하이퍼바이저 플랫폼”을 켠 뒤 다시 시작합니다. Docker Desktop과 WSL 2는 Hyper-V 위에서 돌기 때문에, 그것을 쓴다면 Hyper-V를 끄지 않습니다. 켜져 있는지 보기:',
      en: 'Update VirtualBox 7, switch on the Windows feature “Windows Hypervisor Platform”, and restart. Docker Desktop and WSL 2 run on Hyper-V: if you use them, leave it on. To see whether it is on:',
      commands: ['systeminfo'],
    },
  }),
  { kind: 'cannot-tell' },
);

/** The part of VirtualBox in the system's kernel is missing. */
export const vmDriverMissing = defineProblem(
  'vm-driver-missing',
  ({ said = '' }: Maybe<'said'>, { system, isRoot }) => ({
    message: {
      ko: `VirtualBox의 커널 드라이버를 쓸 수 없습니다. 메시지: ${said}`,
      en: `The kernel driver of VirtualBox cannot be used. It says: ${said}`,
    },
    remedy:
      system === 'windows' || system === 'macos'
        ? {
            ko: 'VirtualBox를 다시 설치하고 컴퓨터를 다시 시작합니다. macOS라면 [시스템 설정] > [개인정보 보호 및 보안]에서 Oracle의 확장을 허용합니다.',
            en: 'Install VirtualBox again and restart the computer. On macOS, allow the extension of Oracle under System Settings > Privacy & Security.',
          }
        : {
            ko: '커널 드라이버를 다시 만듭니다. Secure Boot를 쓴다면 드라이버에 서명이 필요합니다:',
            en: 'Build the driver again. With Secure Boot it has to be signed:',
            commands: [`${isRoot ? '' : 'sudo '}/sbin/vboxconfig`],
          },
  }),
  { kind: 'cannot-tell' },
);

/** VirtualBox is older than 7. */
export const vmVirtualBoxOld = defineProblem(
  'vm-virtualbox-old',
  ({ version = '' }: Maybe<'version'>, { system }) => ({
    message: {
      ko: `VirtualBox ${version} 버전에서는 실습 VM을 만들 수 없습니다. 7.0 이상이 필요합니다.`,
      en: `VirtualBox ${version} cannot make the practice VM: it needs 7.0 or newer.`,
    },
    remedy: {
      ko: 'VirtualBox를 새 버전으로 설치합니다. 있던 VM은 그대로 남습니다. https://www.virtualbox.org/wiki/Downloads',
      en: 'Install a newer VirtualBox; the VMs that you have stay. https://www.virtualbox.org/wiki/Downloads',
      ...(system === 'windows' ? { commands: ['winget upgrade -e --id Oracle.VirtualBox'] } : {}),
    },
  }),
  { kind: 'cannot-tell' },
);
