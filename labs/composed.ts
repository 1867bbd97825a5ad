import type { Check } from '../checks/check';
import { composeFileSays } from '../checks/compose-file';
import { networkIsGone, runsUnderCompose, serviceIsGone, volumeStays } from '../checks/composed';
import { runsAsDescribed } from '../checks/container';
import { hasVariables } from '../checks/environment';
import { answers } from '../checks/http';
import { onNetworks } from '../checks/network';
import { staysUp, underCompose } from '../checks/under-compose';
import { composeFile } from './compose-file';
import type { EngineState, Text } from './lab';
import type { Page } from './pages';
import { composeCommand, composePath } from './compose-place';

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
export function fileChecks(state: EngineState, path = composePath): Check[] {
  return [composeFileSays(state, path)];
}

/** The checks of a state that runs under Compose and answers with a page. */
export function upChecks(
  state: EngineState,
  application: string,
  page: Page,
  path = composePath,
): Check[] {
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
export function downChecks(state: EngineState): Check[] {
  return [
    ...Object.keys(state.services ?? {}).map(serviceIsGone),
    ...Object.keys(state.networks ?? {}).map(networkIsGone),
    ...Object.keys(state.volumes ?? {}).map(volumeStays),
  ];
}
