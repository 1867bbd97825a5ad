import type { Check } from '../checks/check';
import { composeFileSays } from '../checks/compose-file';
import { networkIsGone, runsUnderCompose, serviceIsGone, volumeStays } from '../checks/composed';
import { runsAsDescribed } from '../checks/container';
import { hasVariables } from '../checks/environment';
import { answers } from '../checks/http';
import { onNetworks } from '../checks/network';
import { composeFile } from './compose-file';
import type { EngineState, Text } from './lab';
import type { Page } from './pages';
import { composeCommand, composePath } from './compose-place';

/** The Compose file of a state, where chapter 7 puts it. */
export function composeFileOf(state: EngineState): Readonly<Record<string, string>> {
  return { [composePath]: composeFile(state) };
}

/** The task of writing the file. */
export const writeFileTask: Text = {
  ko: `\`${composePath}\` 파일에 두 서비스와 네트워크, 볼륨을 적습니다.`,
  en: `Write the two services, the network and the volumes into \`${composePath}\`.`,
};

/** The task of bringing the file's services up. */
export const bringUpTask: Text = {
  ko: `\`${composeCommand('up', '-d').join(' ')}\` 명령으로 실행합니다.`,
  en: `Bring them up: \`${composeCommand('up', '-d').join(' ')}\`.`,
};

/** The checks of a file that says what a state says. */
export function fileChecks(state: EngineState): Check[] {
  return [composeFileSays(state)];
}

/** The checks of a state that runs under Compose and answers with a page. */
export function upChecks(state: EngineState, application: string, page: Page): Check[] {
  const services = Object.keys(state.services ?? {});
  return [
    ...services.flatMap((name) => [
      runsAsDescribed(name),
      runsUnderCompose(name),
      onNetworks(name),
      hasVariables(name),
    ]),
    answers(application, page),
  ];
}

/** The checks of a state that was taken down, with its volumes kept or removed on purpose. */
export function downChecks(state: EngineState): Check[] {
  return [
    ...Object.keys(state.services ?? {}).map(serviceIsGone),
    ...Object.keys(state.networks ?? {}).map(networkIsGone),
    ...Object.keys(state.volumes ?? {}).map(volumeStays),
  ];
}
