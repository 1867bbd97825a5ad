import { defineProblem, type Maybe, type Remedy } from '../problem';
import type { Machine } from '../system';
import { installDocker, installKubectl, installSsh, installTerraform } from './install';

function programRemedy(program: string, machine: Machine): Remedy {
  if (program === 'docker') return installDocker(machine);
  if (program === 'kubectl') return installKubectl(machine);
  if (program === 'terraform') return installTerraform(machine);
  if (/^ssh(?:-\w+)?$/.test(program)) return installSsh(machine);
  return { ko: '무엇이 필요한지 봅니다: dkkb doctor', en: 'See what is needed: dkkb doctor' };
}

/** A program is not installed. */
export const programMissing = defineProblem(
  'program-missing',
  ({ program = '' }: Maybe<'program'>, machine) => ({
    message: {
      ko: `\`${program}\` 프로그램이 설치되어 있지 않거나 PATH에 없습니다.`,
      en: `The program \`${program}\` is not installed, or not on the PATH.`,
    },
    remedy: programRemedy(program, machine),
  }),
  { kind: 'cannot-tell' },
);

/** What to do where an engine says nothing. */
export const silentRemedy: Remedy = {
  ko: '컴퓨터가 바쁘다면 잠시 뒤 다시 합니다. 그래도 응답이 없으면 도커 엔진(Docker Desktop이면 Docker Desktop)을 다시 시작하고 상태를 봅니다: dkkb doctor',
  en: 'If the computer is busy, try again in a moment. If it stays like that, restart the Docker Engine (or Docker Desktop) and look at it: dkkb doctor',
};

/** The remedies by the program that did not answer; `ssh` runs a program of another machine. */
const silentRemedies: Readonly<Record<string, Remedy>> = {
  docker: silentRemedy,
  ssh: {
    ko: '그 컴퓨터가 바쁘다면 잠시 뒤 다시 확인합니다. 그래도 같으면 그 컴퓨터에 로그인해서 같은 명령을 실행해 봅니다.',
    en: 'If that machine is busy, check again in a moment. If it stays like that, log in to it and try the same command there.',
  },
};

/** A program has said nothing for too long. */
export const programNotAnswering = defineProblem(
  'program-not-answering',
  ({ program = '', command = '', seconds = '' }: Maybe<'program' | 'command' | 'seconds'>) => ({
    message: {
      ko: `\`${command}\` 명령이 ${seconds}초 안에 응답하지 않았습니다. 그래서 확인하지 못했습니다.`,
      en: `\`${command}\` has not answered within ${seconds} s, so this was not checked.`,
    },
    remedy: silentRemedies[program] ?? {
      ko: '컴퓨터가 바쁘다면 잠시 뒤 다시 합니다. 상태 보기: dkkb doctor',
      en: 'If the computer is busy, try again in a moment. Look at it: dkkb doctor',
    },
  }),
  { kind: 'cannot-tell' },
);

/** A program failed with a message that no pattern knows. */
export const commandFailed = defineProblem(
  'command-failed',
  ({ command = '', said = '' }: Maybe<'command' | 'said'>) => ({
    message: {
      ko: `명령이 실패했습니다: ${command} — ${said}`,
      en: `A command failed: ${command} — ${said}`,
    },
    remedy: {
      ko: '컴퓨터와 엔진의 상태를 봅니다: dkkb doctor',
      en: 'Look at the machine and the engine: dkkb doctor',
    },
  }),
  { kind: 'cannot-tell' },
);
