import { Command, Option } from 'commander';
import { addClass } from './class';
import { shells } from '../../core/shell/shells';
import { languages, say } from '../language';
import { localize } from './localize';
import { refuseTwice } from './once-only';
import { tellErrors } from './usage-texts';
import { command, type Done } from './options';
import { addDoing } from './doing';
import { addReading } from './reading';
import { addMachine } from './machine';
import { addVm } from './vm';

/** Builds the command line; each command's code is loaded when it is run, and `done` gets its exit code. */
export function buildProgram(done: Done): Command {
  const program = new Command('dkkb');
  localize(program);
  program
    .description(
      say({
        ko: '『그림과 실습으로 배우는 도커 & 쿠버네티스』 실습 환경을 준비하고, 확인하고, 정리합니다.',
        en: "Prepares, checks and cleans up the exercises of the beginners' book on Docker and Kubernetes.",
      }),
    )
    .addOption(
      new Option(
        '--lang <language>',
        say({ ko: '출력 언어', en: 'language of the output' }),
      ).choices(languages),
    )
    .addOption(
      new Option(
        '--shell <shell>',
        say({
          ko: '명령을 입력할 셸 (기본: 알아서)',
          en: 'the shell that the commands are for (default: the one you are in)',
        }),
      ).choices(shells),
    )
    .option(
      '--verbose',
      say({
        ko: '실행한 프로그램과 물어본 것을 시간과 함께 보기',
        en: 'show each program and each question, with its time',
      }),
    )
    .version('0.1.0', '-V, --version', say({ ko: '버전 보기', en: 'show the version' }));
  addReading(program, done);
  addDoing(program, done);
  addMachine(program, done);
  addVm(program, done);
  addClass(program, command, done);
  addHelp(program);
  tellErrors(program);
  refuseTwice(program);
  return program;
}

function addHelp(program: Command): void {
  command(
    program,
    'help [command...]',
    { ko: '명령의 도움말 보기', en: 'show the help of a command' },
    false,
  ).action((words: readonly string[]) => {
    let asked = program;
    for (const word of words) {
      const next = asked.commands.find((child) => child.name() === word);
      if (!next) return asked.error(`error: unknown command '${word}'`);
      asked = next;
    }
    asked.outputHelp();
  });
}
