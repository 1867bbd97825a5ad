import type { DockerCheck } from '../../src/docker/checks/check';
import { composeFileSays } from '../../src/docker/checks/compose/file';
import {
  networkIsGone,
  runsUnderCompose,
  serviceIsGone,
  volumeStays,
} from '../../src/docker/checks/compose/composed';
import { runsAsDescribed } from '../../src/docker/checks/container';
import { acceptsLogin } from '../../src/docker/checks/database';
import { hasVariables } from '../../src/docker/checks/environment';
import { answers } from '../../src/docker/checks/http';
import { onNetworks } from '../../src/docker/checks/network';
import { staysUp, underCompose } from '../../src/docker/checks/compose/under-compose';
import { composeFile } from '../../src/docker/model/compose-file';
import type { EngineState } from '../../src/docker/model/exercise';
import type { Step } from '../../src/core/task';
import type { Page } from '../../src/core/page';
import { composeCommand, composePath } from '../../src/docker/model/compose-paths';
import { exerciseFiles } from './compose-solutions';
import { serviceTasks, setting } from './container-task';
import { pageTasks } from './page-task';

/** The Compose file of a state, by its path in the reader's folder. */
export function composeFileOf(
  state: EngineState,
  path = composePath,
): Readonly<Record<string, string>> {
  return { [path]: composeFile(state) };
}

/** The steps of writing the file: what it has, then each service with all that is asked of it. */
export function writeFileTasks(state: EngineState, path = composePath): Step[] {
  const { services = {}, networks = {}, volumes = {} } = state;
  return [
    {
      ko: `\`${path}\` 파일에 다음 서비스와 네트워크, 볼륨을 적습니다.`,
      en: `Write these services, networks and volumes into \`${path}\`:`,
      settings: [
        ...setting('services', { ko: '서비스', en: 'services' }, Object.keys(services)),
        ...setting('networks', { ko: '네트워크', en: 'network' }, Object.keys(networks)),
        ...setting('volumes', { ko: '볼륨', en: 'volumes' }, Object.keys(volumes)),
      ],
    },
    ...serviceTasks(state),
  ];
}

/** The steps of bringing the file's services up and opening the application's page. */
export function bringUpTasks(
  state: EngineState,
  application: string,
  page: Page,
  path = composePath,
): Step[] {
  const command = composeCommand(path, 'up', '-d').join(' ');
  const services = quotedNames(state.services);
  return [
    {
      ko: `파일에 적은 서비스(${services})를 모두 실행합니다: \`${command}\``,
      en: `Bring all services of the file (${services}) up: \`${command}\``,
    },
    ...pageTasks(state.services?.[application], page),
  ];
}

/** The step of taking a state down. */
export function takeDownTask(state: EngineState, path = composePath): Step {
  const command = composeCommand(path, 'down').join(' ');
  const [services, networks, volumes] = [state.services, state.networks, state.volumes].map(
    quotedNames,
  );
  return {
    ko: `\`${command}\` 명령으로 서비스(${services})의 컨테이너와 네트워크(${networks})를 없앱니다. 볼륨(${volumes})은 남습니다.`,
    en: `Take the containers of the services (${services}) and the network (${networks}) down with \`${command}\`. The volumes (${volumes}) stay.`,
  };
}

function quotedNames(named: object = {}): string {
  return Object.keys(named)
    .map((name) => `\`${name}\``)
    .join(', ');
}

/** The checks that a Compose file describes a state. */
export function fileChecks(state: EngineState, path = composePath): DockerCheck[] {
  return [composeFileSays(state, path, exerciseFiles)];
}

/** The checks of a state that runs under Compose and answers with a page, beside those of its file. */
export function upChecks(
  state: EngineState,
  application: string,
  page: Page,
  path = composePath,
): DockerCheck[] {
  return serviceChecks(state, application, page).map((check) => underCompose(check, path));
}

/** The same where no other check looks at what the file says: they show its changes. */
export function upChecksWithFile(
  state: EngineState,
  application: string,
  page: Page,
): DockerCheck[] {
  return serviceChecks(state, application, page).map((check) =>
    underCompose(check, composePath, state),
  );
}

function serviceChecks(state: EngineState, application: string, page: Page): DockerCheck[] {
  const services = Object.keys(state.services ?? {});
  const isDatabase = (name: string) =>
    Object.keys(state.services?.[application]?.depends_on ?? {}).includes(name);
  return [
    ...services.flatMap((name) => [
      runsUnderCompose(name),
      runsAsDescribed(name),
      staysUp(name),
      onNetworks(name),
      hasVariables(name),
      ...(isDatabase(name) ? [acceptsLogin(name)] : []),
    ]),
    answers(application, page),
  ];
}

/** The checks of a state that was taken down, with its volumes kept or removed on purpose. */
export function downChecks(state: EngineState): DockerCheck[] {
  return [
    ...Object.keys(state.services ?? {}).map(serviceIsGone),
    ...Object.keys(state.networks ?? {}).map(networkIsGone),
    ...Object.keys(state.volumes ?? {}).map(volumeStays),
  ];
}
