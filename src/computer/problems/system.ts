import { defineProblem, type Maybe } from '../../core/problem';
import { commandOf, type Command } from '../../core/shell/command';

/** The lab is about another system than this one; `own` is the lab for this one. */
export const labOfOtherSystem = defineProblem(
  'lab-of-other-system',
  ({ wanted, system, own }: { wanted: string; system: string; own: string }) => ({
    message: {
      ko: `이 실습은 ${wanted} 컴퓨터를 위한 것입니다. 이 컴퓨터의 시스템: ${system}`,
      en: `This lab is for a computer with ${wanted}. The system of this one: ${system}`,
    },
    remedy: {
      ko: '이 컴퓨터에 맞는 실습을 확인합니다:',
      en: 'Check the lab for this computer:',
      commands: [commandOf('dkkb', 'check', own)],
    },
  }),
  { kind: 'cannot-tell', explained: { wanted: 'Windows', system: 'macOS', own: 'app-macos' } },
);

/** The terminal is that of Linux in WSL, and the lab is about Windows. */
export const terminalOfWsl = defineProblem(
  'terminal-of-wsl',
  ({ distribution }: { distribution: string }) => ({
    message: {
      ko: `지금 터미널은 Windows 안의 리눅스(WSL)입니다: ${distribution}. 여기서는 Windows를 알아볼 수 없습니다.`,
      en: `This terminal is that of Linux inside Windows (WSL): ${distribution}. Windows itself cannot be asked from here.`,
    },
    remedy: {
      ko: 'Windows의 PowerShell에서 다시 확인합니다. 이 리눅스를 확인하려면: dkkb check app-linux-docker',
      en: 'Check again in PowerShell on Windows. To check this Linux: dkkb check app-linux-docker',
    },
  }),
  { kind: 'cannot-tell' },
);

/** The computer does not tell what it is. */
export const systemUntold = defineProblem(
  'system-untold',
  (_: Maybe<never>, { system }) => ({
    message: {
      ko: '이 컴퓨터가 어떤 시스템인지 알아내지 못했습니다. 시스템에 물어보는 프로그램이 응답하지 않았습니다.',
      en: 'It is not known what system this computer has: the program that tells it did not answer.',
    },
    remedy: {
      ko: '이 명령이 응답하는지 봅니다:',
      en: 'See whether this command answers:',
      commands: [system === 'windows' ? 'winver' : 'uname -srm'],
    },
  }),
  { kind: 'cannot-tell' },
);

/** The system has 32 bits, whatever the processor. */
export const system32Bit = defineProblem(
  'system-too-narrow',
  ({ system, wide }: { system: string; wide: boolean }) => ({
    message: {
      ko: `${system}: 32비트 시스템입니다. 도커와 책의 이미지에는 64비트가 필요합니다.`,
      en: `${system}: this is a 32-bit system; Docker and the book's images need 64 bits.`,
    },
    remedy: wide
      ? {
          ko: '프로세서는 64비트입니다. 자료를 옮겨 두고 이 시스템의 64비트 판을 새로 설치합니다.',
          en: 'The processor has 64 bits: save your files, then install the 64-bit edition of this system.',
        }
      : {
          ko: '이 컴퓨터에서는 실습할 수 없습니다. 64비트 컴퓨터나 클라우드의 실습 VM을 씁니다: npx cdktf deploy practice-vm',
          en: 'The labs cannot be done on this computer. Use one with 64 bits, or a practice VM in a cloud: npx cdktf deploy practice-vm',
        },
  }),
  { kind: 'cannot-tell', explained: { wide: true } },
);

/** The Linux is in WSL 1, whose kernel is played by Windows. */
export const wslOne = defineProblem(
  'wsl-first-version',
  ({ distribution }: { distribution: string }) => ({
    message: {
      ko: `이 리눅스는 WSL 1에서 실행됩니다: ${distribution}. 도커 엔진에는 WSL 2가 필요합니다.`,
      en: `This Linux runs in WSL 1: ${distribution}. The Docker Engine needs WSL 2.`,
    },
    remedy: {
      ko: 'Windows의 PowerShell에서 WSL 2로 바꿉니다. 몇 분 걸립니다:',
      en: 'In PowerShell on Windows, turn it into WSL 2; it takes some minutes:',
      commands: toVersion2(distribution),
    },
  }),
  { kind: 'cannot-tell' },
);

/** Distributions that are still of WSL 1; Docker Desktop works without them. */
export const wslDistributionsOld = defineProblem(
  'wsl-distribution-old',
  ({ distribution }: { distribution: string }) => ({
    message: {
      ko: `WSL 1에 남아 있는 배포판이 있습니다: ${distribution}. 그 안에서는 \`docker\` 명령을 쓸 수 없습니다.`,
      en: `A distribution is still of WSL 1: ${distribution}. The command \`docker\` does not work in it.`,
    },
    remedy: {
      ko: '그 안에서도 실습하려면 WSL 2로 바꿉니다. 몇 분 걸립니다:',
      en: 'To work in it, turn it into WSL 2; it takes some minutes:',
      commands: toVersion2(distribution),
    },
  }),
  { kind: 'note' },
);

function toVersion2(distributions: string): Command[] {
  const names = distributions.split(', ').filter(Boolean);
  return names.map((name) => commandOf('wsl', '--set-version', name, '2'));
}
