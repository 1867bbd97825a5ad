import { vboxFailure } from './failures';

const details = 'code E_FAIL (0x80004005), component ConsoleWrap, interface IConsole';
const told = (...lines: readonly string[]) =>
  [...lines, `Details: ${details}`].map((line) => `VBoxManage.exe: error: ${line}\r\n`).join('');

// What readers of VirtualBox have reported, with the report.
it.each([
  // https://github.com/kubernetes/minikube/issues/4378
  [
    'vm-virtualization-off',
    'VT-x is disabled in the BIOS for all CPU modes (VERR_VMX_MSR_ALL_VMX_DISABLED)',
  ],
  // https://github.com/PhoenixPE/PhoenixPE/issues/117
  [
    'vm-virtualization-off',
    'Not in a hypervisor partition (HVP=0) (VERR_NEM_NOT_AVAILABLE).',
    'AMD-V is disabled in the BIOS (or by the host OS) (VERR_SVM_DISABLED)',
  ],
  // https://github.com/kubernetes/minikube/issues/4672
  [
    'vm-hyper-v',
    'Call to WHvSetupPartition failed: ERROR_SUCCESS (Last=0xc000000d/87) (VERR_NEM_VM_CREATE_FAILED)',
  ],
  // https://github.com/docker-archive/toolbox/issues/848
  [
    'vm-hyper-v',
    'Raw-mode is unavailable courtesy of Hyper-V. (VERR_SUPDRV_NO_RAW_MODE_HYPER_V_ROOT)',
  ],
  // https://github.com/hfiref0x/VBoxHardenedLoader/issues/106
  [
    'vm-hyper-v',
    'VMMR0_DO_NEM_INIT_VM failed: VERR_NEM_MISSING_KERNEL_API_2 (VERR_NEM_MISSING_KERNEL_API_2).',
    'AMD-V is not available (VERR_SVM_NO_SVM).',
  ],
  // https://github.com/FrameworkComputer/SoftwareFirmwareIssueTracker/issues/15
  [
    'vm-virtualization-in-use',
    "VirtualBox can't enable the AMD-V extension. Please disable the KVM kernel extension, recompile your kernel and reboot (VERR_SVM_IN_USE).",
  ],
  // https://github.com/hashicorp/packer/issues/94
  [
    'vm-name-taken',
    "Machine settings file 'C:\\Users\\thasmo\\VirtualBox VMs\\packer-virtualbox\\packer-virtualbox.vbox' already exists",
  ],
])('%s: %s', (code, ...lines) => {
  expect(vboxFailure(told(...lines))).toMatchObject({ code });
});

it('an error that nobody knows keeps its first line', () => {
  const failure = vboxFailure(told('새 오류', 'its part'));
  expect(failure).toMatchObject({ code: 'vm-not-started', values: { said: '새 오류' } });
});
