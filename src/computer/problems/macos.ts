import { defineProblem } from '../../core/problem';

const guide = 'https://docs.docker.com/desktop/setup/install/mac-install/';

/** macOS is older than what today's Docker Desktop supports. */
export const macosTooOld = defineProblem(
  'macos-too-old',
  ({ version, needed }: { version: string; needed: string }) => ({
    message: {
      ko: `macOS ${version} 버전은 지금의 Docker Desktop이 지원하지 않습니다. ${needed} 이상이 필요합니다.`,
      en: `macOS ${version} is too old for today's Docker Desktop, which supports ${needed} and newer.`,
    },
    remedy: {
      ko: `[시스템 설정] > [일반] > [소프트웨어 업데이트]에서 macOS를 업데이트합니다. 더 새 버전이 나오지 않는 맥이라면 이전 판의 Docker Desktop을 씁니다. 안내: ${guide}`,
      en: `Update macOS under System Settings > General > Software Update. A Mac that is offered no newer one can use an older Docker Desktop. What is needed: ${guide}`,
    },
  }),
  { kind: 'cannot-tell' },
);

/** A Mac without the Hypervisor framework. */
export const macWithoutHypervisor = defineProblem(
  'mac-without-hypervisor',
  () => ({
    message: {
      ko: '이 맥에서는 가상 머신을 실행할 수 없습니다(kern.hv_support: 0). 그러면 도커 엔진도 실행되지 않습니다.',
      en: 'This Mac cannot run virtual machines (kern.hv_support: 0), and so no Docker Engine.',
    },
    remedy: {
      ko: '2010년 이전의 맥이거나, macOS 자체가 가상 머신 안에 있습니다. 다른 컴퓨터나 클라우드의 실습 VM에서 실습합니다: npx cdktf deploy practice-vm',
      en: 'It is older than 2010, or this macOS runs in a virtual machine itself. Use another computer, or a practice VM in a cloud: npx cdktf deploy practice-vm',
    },
  }),
  { kind: 'cannot-tell' },
);

/** A Mac with an Apple processor has no Rosetta. */
export const rosettaMissing = defineProblem(
  'rosetta-missing',
  () => ({
    message: {
      ko: 'Rosetta가 설치되어 있지 않습니다. 책의 이미지는 그대로 실행되지만, Intel용 이미지는 느리거나 실행되지 않을 수 있습니다.',
      en: "Rosetta is not installed. The book's images run all the same; an image that exists for Intel only may be slow or not run.",
    },
    remedy: {
      ko: '필요하면 설치합니다:',
      en: 'Install it if you need it:',
      commands: ['softwareupdate --install-rosetta'],
    },
  }),
  { kind: 'note' },
);
