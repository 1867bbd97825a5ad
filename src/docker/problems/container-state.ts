import { defineProblem, type Remedy } from '../../core/problem';
import { shellLine, type CommandLine } from '../../core/shell/command';
import { anew, typedInstead, type Again } from './again';
import { changeInFile, startInFile, withoutArgument } from './in-file';

/** The container was made and never started. */
export const containerNotStarted = defineProblem(
  'container-not-started',
  ({ name, reason, typed, remove, run }: Again & { reason: string; typed: string }) => ({
    message: {
      ko: `\`${name}\` 컨테이너를 만들기만 하고 시작하지 않았습니다.${reason ? ` 엔진의 메시지: ${reason}` : ''}${reason ? typedInstead(typed).ko : ''}`,
      en: `The container \`${name}\` was created but not started.${reason ? ` The engine says: ${reason}` : ''}${reason ? typedInstead(typed).en : ''}`,
    },
    // What the engine refuses, it refuses again.
    remedy: reason
      ? { ...anew, commands: [remove, run] }
      : { ko: `시작합니다:`, en: `Start it:`, commands: [shellLine`docker start ${name}`] },
  }),
  {
    // Without a reason, Compose has not come to it yet, as where a database is not ready.
    inFile: (way, { reason }) => (reason ? changeInFile(way) : startInFile(way)),
    explained: { reason: '' },
  },
);

type Ended = Again & Readonly<Record<'exitCode' | 'log' | 'typed', string>>;

/** The container's process ended; `log` is what it said last. */
export const containerExited = defineProblem(
  'container-exited',
  (ended: Ended) => ({
    message: {
      ko: `\`${ended.name}\` 컨테이너가 멈춰 있습니다(종료 코드 ${ended.exitCode}).${ended.log ? ` 마지막 로그: ${ended.log}` : ''}${typedInstead(ended.typed).ko}`,
      en: `The container \`${ended.name}\` has exited with code ${ended.exitCode}.${ended.log ? ` Its log ends: ${ended.log}` : ''}${typedInstead(ended.typed).en}`,
    },
    remedy: exitRemedy(ended),
  }),
  { explained: { typed: '' } },
);

function exitRemedy({ name, exitCode, typed, remove, run }: Ended): Remedy {
  if (typed) return { ...anew, commands: [remove, run] };
  if (['0', '137', '143'].includes(exitCode)) {
    return {
      ko: `다시 시작합니다:`,
      en: `Start it again:`,
      commands: [shellLine`docker start ${name}`],
    };
  }
  return {
    ko: `로그를 모두 읽고 까닭을 찾은 뒤, 지우고 다시 실행합니다:`,
    en: `Read the whole log for the reason, then remove it and run it anew:`,
    commands: [shellLine`docker logs ${name}`, remove, run],
  };
}

/** A database image refused to start without a root password. */
export const passwordMissing = defineProblem(
  'database-password-missing',
  ({ name, log, run }: { name: string; log: string; run: CommandLine }) => ({
    message: {
      ko: `\`${name}\` 컨테이너가 루트 비밀번호를 받지 못해 바로 멈췄습니다. 로그: ${log}`,
      en: `The container \`${name}\` got no root password and exited at once. Its log: ${log}`,
    },
    remedy: {
      ko: `지우고 비밀번호를 넣어 다시 실행합니다:`,
      en: `Remove it and run it with the password:`,
      commands: [shellLine`docker rm -v ${name}`, run],
    },
  }),
  { inFile: changeInFile },
);

/** MySQL 8.4 and newer refuse an argument that the book's command carries. */
export const authenticationArgumentRefused = defineProblem(
  'mysql-argument-refused',
  ({ name, log, run }: { name: string; log: string; run: CommandLine }) => ({
    message: {
      ko: `\`${name}\` 컨테이너가 바로 멈췄습니다. 요즘 MySQL(9.x)은 책의 명령에 있는 \`--default-authentication-plugin\` 인자를 받지 않습니다. 로그: ${log}`,
      en: `The container \`${name}\` exited at once: today's MySQL (9.x) refuses the book's argument \`--default-authentication-plugin\`. Its log: ${log}`,
    },
    remedy: {
      ko: `그 인자를 빼면 됩니다:`,
      en: `It works without that argument:`,
      commands: [shellLine`docker rm -v ${name}`, run],
    },
  }),
  { inFile: withoutArgument },
);

/** The container is paused. */
export const containerPaused = defineProblem('container-paused', ({ name }: { name: string }) => ({
  message: {
    ko: `\`${name}\` 컨테이너가 일시 정지되어 있습니다.`,
    en: `The container \`${name}\` is paused.`,
  },
  remedy: {
    ko: `다시 움직이게 합니다:`,
    en: `Resume it:`,
    commands: [shellLine`docker unpause ${name}`],
  },
}));

/** The container starts and dies over and over. */
export const containerRestarting = defineProblem(
  'container-restarting',
  ({ name, exitCode, log, typed, remove, run }: Ended) => ({
    message: {
      ko: `\`${name}\` 컨테이너가 시작하자마자 멈추고 다시 시작하기를 되풀이합니다(종료 코드 ${exitCode}). 마지막 로그: ${log}${typedInstead(typed).ko}`,
      en: `The container \`${name}\` keeps restarting (exit code ${exitCode}). Its log ends: ${log}${typedInstead(typed).en}`,
    },
    remedy: typed
      ? { ...anew, commands: [remove, run] }
      : { ko: `로그를 봅니다:`, en: `Read its log:`, commands: [shellLine`docker logs ${name}`] },
  }),
  { inFile: changeInFile, explained: { typed: '' } },
);
