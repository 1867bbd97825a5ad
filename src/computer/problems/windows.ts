import { defineProblem } from '../../core/problem';

const guide = 'https://docs.docker.com/desktop/setup/install/windows-install/';

/** The processor's virtualization is off in the firmware. */
export const virtualizationOff = defineProblem(
  'virtualization-off',
  () => ({
    message: {
      ko: '이 컴퓨터의 가상화 기능이 꺼져 있습니다. 그러면 Docker Desktop이 시작되지 않습니다.',
      en: "The processor's virtualization is switched off on this computer, and Docker Desktop does not start without it.",
    },
    remedy: {
      ko: '컴퓨터를 다시 시작하면서 BIOS(UEFI) 설정에 들어가(보통 F2나 Delete 키) Intel VT-x, AMD SVM, Virtualization 가운데 있는 항목을 켭니다. 켜졌는지는 작업 관리자의 [성능] > [CPU]에서 볼 수 있습니다: 가상화: 사용',
      en: 'Restart the computer, go into its BIOS (UEFI) settings (mostly F2 or Delete), and switch on what is called Intel VT-x, AMD SVM or Virtualization. The Task Manager shows it under Performance > CPU: Virtualization: Enabled',
    },
  }),
  { kind: 'cannot-tell' },
);

/** There is no Windows Subsystem for Linux. */
export const wslMissing = defineProblem(
  'wsl-missing',
  () => ({
    message: {
      ko: 'Docker Desktop에 필요한 WSL(Linux용 Windows 하위 시스템)이 설치되어 있지 않습니다.',
      en: 'WSL, the Windows Subsystem for Linux, is not installed, and Docker Desktop needs it.',
    },
    remedy: {
      ko: '관리자 권한으로 연 터미널에서 설치하고 컴퓨터를 다시 시작합니다:',
      en: 'In a terminal that runs as administrator, install it, then restart the computer:',
      commands: ['wsl --install --no-distribution'],
    },
  }),
  { kind: 'cannot-tell' },
);

/** WSL is older than what Docker Desktop needs; `version` is empty where it tells none. */
export const wslTooOld = defineProblem(
  'wsl-too-old',
  ({ version, needed }: { version: string; needed: string }) => ({
    message: {
      ko: `WSL이 오래되었습니다(${version || '버전을 알 수 없음'}). Docker Desktop에는 ${needed} 이상이 필요합니다.`,
      en: `WSL is too old (${version || 'it tells no version'}); Docker Desktop needs ${needed}.`,
    },
    remedy: {
      ko: '새 버전으로 바꿉니다:',
      en: 'Bring it up to date:',
      commands: ['wsl --update'],
    },
  }),
  { kind: 'cannot-tell' },
);

/** Windows is older than what Docker Desktop supports. */
export const windowsTooOld = defineProblem(
  'windows-too-old',
  ({ edition, build, needed }: { edition: string; build: string; needed: string }) => ({
    message: {
      ko: `${edition} 빌드 ${build}에는 지금의 Docker Desktop을 설치할 수 없습니다. 빌드 ${needed} 이상이 필요합니다.`,
      en: `${edition}, build ${build}, is too old for today's Docker Desktop; it needs build ${needed}.`,
    },
    remedy: {
      ko: `[설정] > [Windows 업데이트]에서 Windows를 업데이트합니다. 필요한 버전: ${guide}`,
      en: `Update Windows under Settings > Windows Update. What is needed: ${guide}`,
    },
  }),
  { kind: 'cannot-tell' },
);

/** The machine has less memory than Docker Desktop asks for. */
export const memoryLow = defineProblem(
  'memory-low',
  ({ memory, needed }: { memory: string; needed: string }) => ({
    message: {
      ko: `이 컴퓨터의 메모리는 ${memory} GiB입니다. Docker Desktop은 ${needed} GiB 이상을 권합니다.`,
      en: `This computer has ${memory} GiB of memory; Docker Desktop asks for ${needed} GiB.`,
    },
    remedy: {
      ko: '다른 프로그램을 끝내고 사용합니다. 8장의 쿠버네티스는 다른 컴퓨터나 실습 VM에서 하는 편이 낫습니다.',
      en: 'End other programs while you use it. For Kubernetes in chapter 8, another computer or a practice VM is better.',
    },
  }),
  { kind: 'note' },
);
