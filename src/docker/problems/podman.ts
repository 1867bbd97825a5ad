import { defineProblem, type Maybe, type Remedy } from '../../core/problem';
import { installDocker } from '../../core/problems/install';
import type { Machine, System } from '../../core/system';
import { startEngine } from './start-engine';

/** Podman answers in the place of Docker; `version` is what it says of itself, or empty. */
export const podmanAnswers = defineProblem(
  'podman-instead-of-docker',
  ({ version = '' }: Maybe<'version'>, machine) => ({
    message: {
      ko: `\`docker\` 명령에 응답하는 것이 Docker가 아니라 Podman입니다${version ? `(${version})` : ''}. 책의 실습은 Docker로 확인합니다.`,
      en: `What answers the command \`docker\` is Podman, not Docker${version ? ` (${version})` : ''}. The exercises of the book need Docker.`,
    },
    remedy: useDocker(machine),
  }),
  { kind: 'cannot-tell' },
);

/** The package that makes `docker` a name of Podman, and how it is removed. */
const removal: Readonly<Partial<Record<System, string>>> = {
  debian: 'apt-get remove podman-docker',
  fedora: 'dnf remove podman-docker',
  arch: 'pacman -R podman-docker',
  alpine: 'apk del podman-docker',
  suse: 'zypper remove podman-docker',
};

function useDocker(machine: Machine): Remedy {
  const { system, chosen, isRoot } = machine;
  if (chosen) return startEngine(machine);
  if (system === 'macos' || system === 'windows')
    return {
      ko: 'Podman Desktop의 Settings > Preferences > Docker Compatibility를 끄거나 Podman을 멈추고, Docker Desktop을 실행한 뒤 다시 합니다.',
      en: 'Switch Docker Compatibility off in Podman Desktop (Settings > Preferences), or stop Podman. Then start Docker Desktop and try again.',
    };
  const install = installDocker(machine);
  const command = removal[system];
  const first = command ? [`${isRoot ? '' : 'sudo '}${command}`] : [];
  return {
    ko: `Podman을 \`docker\`라는 이름으로 쓰게 하는 podman-docker 패키지를 지우고 Docker를 설치합니다. ${install.ko}`,
    en: `Remove the package podman-docker, which makes \`docker\` a name of Podman, and install Docker. ${install.en}`,
    commands: [...first, ...(install.commands ?? [])],
  };
}
