import { changeInFile } from './in-file';
import { shellLine, type CommandLine } from '../../core/shell/command';
import { defineProblem } from '../../core/problem';
import { labLine } from '../../core/shell/lab-command';

type NotCreated = { name: string; run: CommandLine; similar: string; gone: boolean };

/** No container of that name was made since the lab was begun; `similar` is one of nearly that name, or empty, and may be gone again. */
export const notCreated = defineProblem(
  'not-created',
  ({ name, run, similar, gone }: NotCreated) => ({
    message: {
      ko: `실습을 시작한 뒤로 \`${name}\` 컨테이너를 만든 기록이 없습니다.${similar ? ` 비슷한 이름의 \`${similar}\` 컨테이너는 ${gone ? '만들었다가 지웠습니다' : '있습니다'}.` : ''}`,
      en: `No container \`${name}\` was made since the lab was begun.${similar ? ` One called \`${similar}\` ${gone ? 'was made and removed' : 'is there'}.` : ''}`,
    },
    remedy:
      similar && !gone
        ? {
            ko: '이름이 틀렸다면 이렇게 바꿉니다:',
            en: 'If only the name is wrong, change it:',
            commands: [shellLine`docker rename ${similar} ${name}`],
          }
        : { ko: `이렇게 실행합니다:`, en: `Run it:`, commands: [run] },
  }),
  { isStillToDo: ({ similar }) => !similar, inFile: changeInFile },
);

/** The container was made and never ran; `left` says whether it is still there. */
export const neverStarted = defineProblem(
  'not-started',
  ({ name, left, run }: { name: string; left: boolean; run: CommandLine }) => ({
    message: {
      ko: `\`${name}\` 컨테이너를 만들었지만 시작한 기록이 없습니다.`,
      en: `The container \`${name}\` was made but never started.`,
    },
    remedy: left
      ? { ko: '시작합니다:', en: 'Start it:', commands: [shellLine`docker start ${name}`] }
      : { ko: '다시 만들어 실행합니다:', en: 'Make it again and run it:', commands: [run] },
  }),
  { isStillToDo: () => true, inFile: changeInFile },
);

/** The container ran and was not stopped. */
export const notStopped = defineProblem(
  'not-stopped',
  ({ name }: { name: string }) => ({
    message: {
      ko: `\`${name}\` 컨테이너가 아직 멈추지 않았습니다.`,
      en: `The container \`${name}\` was not stopped.`,
    },
    remedy: {
      ko: `멈춥니다:`,
      en: `Stop it:`,
      commands: [shellLine`docker stop ${name}`],
    },
  }),
  { isStillToDo: () => true },
);

/** The container is still there. */
export const notRemoved = defineProblem(
  'not-removed',
  ({ name }: { name: string }) => ({
    message: {
      ko: `\`${name}\` 컨테이너가 아직 남아 있습니다.`,
      en: `The container \`${name}\` is still there.`,
    },
    remedy: {
      ko: `멈춘 뒤 지웁니다:`,
      en: `Stop it and remove it:`,
      commands: [shellLine`docker stop ${name}`, shellLine`docker rm ${name}`],
    },
  }),
  { isStillToDo: () => true },
);

/** The whole life was seen, of a container of another image. */
export const otherImageLived = defineProblem(
  'history-image-wrong',
  ({
    name,
    wanted,
    found,
    run,
  }: {
    name: string;
    wanted: string;
    found: string;
    run: CommandLine;
  }) => ({
    message: {
      ko: `\`${name}\` 컨테이너를 \`${wanted}\` 이미지가 아니라 \`${found}\` 이미지로 만들었습니다.`,
      en: `The container \`${name}\` was made from \`${found}\`, not from \`${wanted}\`.`,
    },
    remedy: {
      ko: `처음부터 다시 합니다:`,
      en: `Begin again:`,
      commands: [run],
    },
  }),
  { inFile: changeInFile },
);

/** The engine's history begins after the lab was begun. */
export const historyTooShort = defineProblem(
  'history-too-short',
  ({ name, lab }: { name: string; lab: string }) => ({
    message: {
      ko: `엔진의 기록이 실습을 시작한 때까지 남아 있지 않아 \`${name}\` 컨테이너를 만들고 지웠는지 알 수 없습니다. 엔진은 최근 256개의 사건만 기억하고, 다시 시작하면 잊습니다.`,
      en: `The engine's history no longer reaches back to the beginning of the lab, so it is not known whether \`${name}\` was made and removed. The engine keeps its last 256 events and forgets them when it restarts.`,
    },
    remedy: {
      ko: `다른 터미널에서 ${labLine('watch', lab)} 명령을 켜 두고 다시 하면 모든 과정이 기록됩니다.`,
      en: `Do it again with ${labLine('watch', lab)} running in another terminal; it records every step.`,
    },
  }),
  { kind: 'cannot-tell' },
);

/** The lab was not begun, so there is nothing to compare with. */
export const notBegun = defineProblem('not-begun', ({ lab }: { lab: string }) => ({
  message: {
    ko: `\`${lab}\` 실습을 아직 시작하지 않았습니다.`,
    en: `The lab \`${lab}\` was not started.`,
  },
  remedy: {
    ko: `먼저 준비합니다:`,
    en: `Prepare it first:`,
    commands: [shellLine`dkkb up ${lab}`],
  },
}));
