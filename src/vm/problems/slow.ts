import { defineProblem, type Maybe } from '../../core/problem';
import type { System } from '../../core/system';
import type { Text } from '../../core/text';

/** How each system lets programs use the processor's virtualization. */
const interfaceOf = (system: System) =>
  ({ windows: 'WHPX', macos: 'HVF' })[system as string] ?? 'KVM';

const why: Readonly<Record<string, (system: System) => Text>> = {
  off: () => ({
    ko: 'CPU의 가상화 기능이 꺼져 있거나 이 컴퓨터에 없습니다.',
    en: "The processor's virtualization is off, or this computer has none.",
  }),
  denied: () => ({
    ko: '내 계정에 /dev/kvm을 쓸 권한이 없습니다.',
    en: 'Your account may not use /dev/kvm.',
  }),
  missing: (system) => ({
    ko: `이 시스템에 켜져 있지 않은 기능: ${interfaceOf(system)}.`,
    en: `This system has no ${interfaceOf(system)}, or it is off.`,
  }),
  fails: (system) => ({
    ko: `가상화 기능(${interfaceOf(system)})으로 시험 삼아 켜 본 VM이 바로 꺼졌습니다.`,
    en: `A VM that was tried with it (${interfaceOf(system)}) ended at once.`,
  }),
};

const faster = {
  off: {
    ko: 'BIOS(UEFI) 설정에서 가상화(Intel VT-x, AMD-V, SVM)를 켜면 빨라집니다.',
    en: 'Switch virtualization (Intel VT-x, AMD-V, SVM) on in the BIOS or UEFI to make it fast.',
  },
  denied: {
    ko: '내 계정이 /dev/kvm을 쓸 수 있게 하고, 로그아웃한 뒤 다시 로그인하면 빨라집니다:',
    en: 'Let your account use /dev/kvm, then log out and in again, to make it fast:',
  },
  windows: {
    ko: 'BIOS(UEFI)에서 가상화를 켜고, Windows 기능에서 “Windows 하이퍼바이저 플랫폼”을 켠 뒤 다시 시작하면 빨라집니다.',
    en: 'Switch virtualization on in the BIOS or UEFI, and the Windows feature “Windows Hypervisor Platform”, then restart, to make it fast.',
  },
  nested: {
    ko: '느려도 실습은 할 수 있습니다. 이 컴퓨터가 가상 머신이라면, 바깥 컴퓨터에서 중첩 가상화를 켜면 빨라집니다.',
    en: 'The exercises work all the same. If this computer is a virtual machine itself, nested virtualization on its host makes it fast.',
  },
} satisfies Record<string, Text>;

/** The processor's virtualization is not used, so the VM is slow. */
export const vmSlow = defineProblem(
  'vm-slow',
  ({ reason = 'fails', said = '' }: Maybe<'reason' | 'said'>, { system, isRoot }) => {
    const cause = (why[reason] ?? why['fails'])?.(system) ?? { ko: '', en: '' };
    // What was said of a missing file says nothing more than the reason.
    const words = reason === 'fails' && said ? said : '';
    const isDenied = reason === 'denied';
    const other = system === 'windows' ? faster.windows : faster.nested;
    const remedy = reason === 'off' ? faster.off : isDenied ? faster.denied : other;
    const join = `${isRoot ? '' : 'sudo '}usermod -aG kvm "$USER"`;
    return {
      message: {
        ko: `CPU의 가상화 기능을 쓸 수 없어 CPU를 소프트웨어로 흉내 냅니다. 그래서 느립니다: 켜지는 데 몇 분, 설치에 십여 분이 걸립니다. ${cause.ko}${words && ` 메시지: ${words}`}`,
        en: `The processor's virtualization cannot be used, so software emulates the processor. That is slow: minutes to boot, a quarter of an hour to install. ${cause.en}${words && ` It says: ${words}`}`,
      },
      remedy: { ...remedy, ...(isDenied ? { commands: [join] } : {}) },
    };
  },
  { kind: 'note', explained: { reason: 'off' } },
);
