import { vmRuns } from '../../src/vm/checks/forwarded';
import { hypervisorAnswers } from '../../src/vm/checks/hypervisor';
import type { ComputerProbe } from '../lab';

/** a practice VM on this computer. */
export const virtualBox: ComputerProbe = {
  id: 'app-virtualbox',
  section: 'A-09',
  title: { ko: '이 컴퓨터에 실습 VM 만들기', en: 'A practice VM on this computer' },
  platform: 'machine',
  of: 'computer',
  commands: ['dkkb vm up'],
  task: [
    {
      ko: 'VirtualBox나 QEMU를 설치합니다. 둘 중 하나면 됩니다.',
      en: 'Install VirtualBox or QEMU; one of the two is enough.',
    },
    {
      ko: '`dkkb vm up`으로 우분투가 든 실습 VM을 만들고 켭니다. 창을 보려면 `--window` 옵션을 붙입니다.',
      en: 'Make and start a practice VM with Ubuntu: `dkkb vm up`. With the option `--window` it has a window.',
    },
  ],
  hint: {
    ko: 'VM이 켜지지 않으면 BIOS(UEFI) 설정에서 가상화(VT-x, AMD-V, SVM)가 켜져 있는지 봅니다.',
    en: 'Where the VM does not start, see in the settings of the firmware (BIOS, UEFI) whether virtualization (VT-x, AMD-V, SVM) is on.',
  },
  checks: [hypervisorAnswers(), vmRuns()],
};
