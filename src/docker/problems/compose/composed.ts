import { changeInFile } from '../in-file';
import { commandOf, shellLine, type CommandLine } from '../../../core/shell/command';
import { composeCommand, composePath } from '../../model/compose-paths';
import { defineProblem } from '../../../core/problem';

/** The container runs, and not under Compose. */
export const notUnderCompose = defineProblem(
  'not-under-compose',
  ({ name, remove }: { name: string; remove: CommandLine }) => ({
    message: {
      ko: `\`${name}\` 컨테이너가 실행 중이지만 Compose로 실행한 것이 아닙니다.`,
      en: `The container \`${name}\` runs, but it was not started by Compose.`,
    },
    remedy: {
      ko: '지우고 Compose로 실행합니다:',
      en: 'Remove it and start it with Compose:',
      commands: [remove, commandOf(...composeCommand(composePath, 'up', '-d'))],
    },
  }),
);

// With the project's name, the command works from any folder.
const takeDown = (project: string) =>
  project
    ? shellLine`docker compose -p ${project} down`
    : commandOf(...composeCommand(composePath, 'down'));

/** A container of the service is still there. */
export const stillUp = defineProblem(
  'service-still-there',
  ({
    name,
    container,
    state,
    project,
  }: {
    name: string;
    container: string;
    state: string;
    project: string;
  }) => ({
    message: {
      ko: `\`${name}\` 서비스의 \`${container}\` 컨테이너가 아직 남아 있습니다(${state}).`,
      en: `The container \`${container}\` of the service \`${name}\` is still there (${state}).`,
    },
    remedy: {
      ko: 'Compose로 정리합니다(멈추기만 하는 stop이 아니라 down입니다):',
      en: 'Take it down with Compose (down, not stop):',
      commands: [takeDown(project)],
    },
  }),
);

/** The network is still there. */
export const networkLeft = defineProblem(
  'network-still-there',
  ({ network, found, project }: { network: string; found: string; project: string }) => ({
    message: {
      ko: `\`${network}\` 네트워크가 \`${found}\` 이름으로 아직 남아 있습니다.`,
      en: `The network \`${network}\` is still there, as \`${found}\`.`,
    },
    remedy: {
      ko: 'Compose로 정리합니다:',
      en: 'Take it down with Compose:',
      commands: [takeDown(project)],
    },
  }),
  { inFile: changeInFile },
);

/** The volume is gone, and the history does not show that somebody removed it. */
export const volumeLost = defineProblem('volume-lost', ({ volume }: { volume: string }) => ({
  message: {
    ko: `\`${volume}\` 볼륨이 없습니다. \`down\`은 볼륨을 남겨 두어야 합니다.`,
    en: `The volume \`${volume}\` is gone; \`down\` should have kept it.`,
  },
  remedy: {
    ko: '처음부터 다시 하려면:',
    en: 'To begin anew:',
    commands: ['dkkb up ch07-compose-down'],
  },
}));
