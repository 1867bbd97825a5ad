import type { DockerCheck } from '../src/docker/checks/check';
import { composeFileSays } from '../src/docker/checks/compose/file';
import {
  networkIsGone,
  runsUnderCompose,
  serviceIsGone,
  volumeStays,
} from '../src/docker/checks/compose/composed';
import { runsAsDescribed } from '../src/docker/checks/container';
import { hasVariables } from '../src/docker/checks/environment';
import { answers } from '../src/docker/checks/http';
import { onNetworks } from '../src/docker/checks/network';
import { staysUp, underCompose } from '../src/docker/checks/compose/under-compose';
import { composeFile } from '../src/docker/model/compose-file';
import type { EngineState } from '../src/docker/model/lab';
import type { Text } from '../src/core/text';
import type { Page } from '../src/core/page';
import { composeCommand, composePath } from '../src/docker/model/compose-paths';

/** The Compose file of a state, by its path in the reader's folder. */
export function composeFileOf(
  state: EngineState,
  path = composePath,
): Readonly<Record<string, string>> {
  return { [path]: composeFile(state) };
}

/** The task of writing the file. */
export function writeFileTask(path = composePath): Text {
  return {
    ko: `\`${path}\` 파일에 두 서비스와 네트워크, 볼륨을 적습니다.`,
    en: `Write the two services, the network and the volumes into \`${path}\`.`,
  };
}

/** The task of bringing the file's services up. */
export function bringUpTask(path = composePath): Text {
  const command = composeCommand(path, 'up', '-d').join(' ');
  return {
    ko: `\`${command}\` 명령으로 실행합니다.`,
    en: `Bring them up: \`${command}\`.`,
  };
}

/** The checks of a file that says what a state says. */
export function fileChecks(state: EngineState, path = composePath): DockerCheck[] {
  return [composeFileSays(state, path)];
}

/** The checks of a state that runs under Compose and answers with a page. */
export function upChecks(
  state: EngineState,
  application: string,
  page: Page,
  path = composePath,
): DockerCheck[] {
  const services = Object.keys(state.services ?? {});
  return [
    ...services.flatMap((name) => [
      runsAsDescribed(name),
      runsUnderCompose(name),
      staysUp(name),
      onNetworks(name),
      hasVariables(name),
    ]),
    answers(application, page),
  ].map((check) => underCompose(check, path));
}

/** The checks of a state that was taken down, with its volumes kept or removed on purpose. */
export function downChecks(state: EngineState): DockerCheck[] {
  return [
    ...Object.keys(state.services ?? {}).map(serviceIsGone),
    ...Object.keys(state.networks ?? {}).map(networkIsGone),
    ...Object.keys(state.volumes ?? {}).map(volumeStays),
  ];
}
