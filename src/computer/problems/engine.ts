import { defineProblem, type Remedy } from '../../core/problem';
import { installDocker } from '../../core/problems/install';
import type { Machine } from '../../core/system';

/** The user is in the group docker, and this login began before. */
export const dockerGroupPending = defineProblem(
  'docker-group-pending',
  ({ user }: { user: string }) => ({
    message: {
      ko: `docker 그룹에 \`${user}\` 사용자가 들어 있지만, 지금 로그인은 그 전에 시작되어 아직 권한이 없습니다.`,
      en: `The group docker has the user \`${user}\`, but this login began before that and has no permission yet.`,
    },
    remedy: {
      ko: '로그아웃했다가 다시 로그인합니다. 이 터미널에서만 바로 쓰려면:',
      en: 'Log out and in again. To use it at once in this terminal only:',
      commands: ['newgrp docker'],
    },
  }),
  { kind: 'cannot-tell' },
);

const starts: Readonly<Record<string, string>> = {
  Colima: 'colima start',
  OrbStack: 'orb start',
  'Rancher Desktop': 'rdctl start',
};

/** Another program than Docker Desktop gives the engine here, and does not run. */
export const otherEngineStopped = defineProblem(
  'other-engine-stopped',
  ({ engine }: { engine: string }) => ({
    message: {
      ko: `이 컴퓨터의 도커 엔진은 ${engine} 프로그램에 들어 있는데, 실행 중이 아닙니다.`,
      en: `The Docker Engine of this computer comes with ${engine}, which is not running.`,
    },
    remedy: {
      ko: '시작하고, 준비될 때까지 잠시 기다린 뒤 다시 합니다:',
      en: 'Start it, wait a moment until it is ready, then try again:',
      commands: [starts[engine] ?? 'docker context ls'],
    },
  }),
  { kind: 'cannot-tell', explained: { engine: 'Colima' } },
);

/** The engine of the snap does not run. */
export const snapEngineStopped = defineProblem(
  'snap-engine-stopped',
  (_: Readonly<Record<never, string>>, { isRoot }) => ({
    message: {
      ko: 'snap으로 설치한 도커 엔진이 실행 중이 아닙니다.',
      en: 'The Docker Engine of the snap is not running.',
    },
    remedy: {
      ko: '엔진을 시작합니다:',
      en: 'Start the engine:',
      commands: [`${isRoot ? '' : 'sudo '}snap start docker`],
    },
  }),
  { kind: 'cannot-tell' },
);

/** The engine that answers comes from the snap store. */
export const engineFromSnap = defineProblem(
  'engine-from-snap',
  (_: Readonly<Record<never, string>>, machine) => ({
    message: {
      ko: 'snap으로 설치한 도커입니다. 이 도커는 홈 폴더 밖의 폴더를 컨테이너에 마운트하지 못합니다.',
      en: 'This Docker comes from the snap store. It cannot mount a folder outside of your home folder into a container.',
    },
    remedy: withoutSnap(machine),
  }),
  { kind: 'note' },
);

function withoutSnap(machine: Machine): Remedy {
  const { commands = [] } = installDocker(machine);
  return {
    ko: '홈 폴더 안에서 실습하면 그대로 쓸 수 있습니다. 바꾸려면 snap의 도커와 그 안의 컨테이너를 지우고(첫째 줄) 새로 설치합니다:',
    en: 'It works as long as you stay in your home folder. To change it, remove it with its containers (first line), then install Docker anew:',
    commands: [`${machine.isRoot ? '' : 'sudo '}snap remove docker`, ...commands],
  };
}

/** More than one engine is installed; one of them answers. */
export const enginesSeveral = defineProblem(
  'engines-several',
  ({ engine, others }: { engine: string; others: string }) => ({
    message: {
      ko: `도커 엔진이 여러 개 설치되어 있습니다. 지금 응답하는 것: ${engine}. 그 밖에 있는 것: ${others}`,
      en: `More than one Docker Engine is installed. The one that answers: ${engine}. The others: ${others}`,
    },
    remedy: {
      ko: '컨테이너와 이미지는 엔진마다 따로 있습니다. 어느 엔진을 쓰는지 보고, 바꾸려면 이름을 골라 `docker context use 이름` 명령을 씁니다:',
      en: 'Each has its own containers and images. See which one is used; to change it, type `docker context use NAME` with a name of the list:',
      commands: ['docker context ls'],
    },
  }),
  { kind: 'note' },
);
