import { Command, Option } from 'commander';
import { addClass } from './class';
import { kubeFolder, variants } from '../../kubernetes/model/manifest-files';
import { shells } from '../../core/shell/shells';
import { languages, say } from '../language';
import { localize } from './localize';
import { tellErrors } from './usage-texts';
import { asOne, command, inFolder, onCluster, onLab, type Done } from './options';
import { addMachine } from './machine';

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
  addClass(program, command, done);
  addHelp(program);
  tellErrors(program);
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

function addReading(program: Command, done: Done): void {
  command(program, 'list', {
    ko: '모든 실습을 책의 순서로 보기',
    en: 'list every lab in the order of the book',
  }).action(async (options) => done((await import('../commands/list')).list(options)));
  onLab(program, 'show', { ko: '실습에서 할 일 보기', en: 'show the task of a lab' })
    .option('--hint', say({ ko: '힌트까지 보기', en: 'with a hint' }))
    .option('--solution', say({ ko: '입력할 명령 보기', en: 'the commands to type' }))
    .action(async (_id, options, typed) =>
      done(await (await import('../commands/show')).show(asOne(typed), options)),
    );
  command(program, 'progress', {
    ko: '지금까지 통과한 실습과 시각 보기',
    en: 'show what has been passed, and when',
  }).action(async (options) =>
    done(await (await import('../commands/progress')).progress(options)),
  );
  command(program, 'explain <code>', {
    ko: '문제 코드의 뜻과 해결 방법 보기',
    en: 'say what a problem code means and what to do',
  }).action(async (code, options) =>
    done((await import('../commands/explain')).explain(code, options)),
  );
  addManifests(program, done);
}

function addManifests(program: Command, done: Done): void {
  inFolder(
    command(
      program,
      'manifests',
      {
        ko: '8장의 매니페스트 파일 쓰기',
        en: "write chapter 8's manifests",
      },
      false,
    ),
  )
    .option(
      '-o, --output <folder>',
      say({ ko: '파일을 쓸 폴더', en: 'the folder to write to' }),
      kubeFolder,
    )
    .addOption(
      new Option(
        '--variant <name>',
        say({ ko: '디플로이먼트를 바꾼 것', en: 'another Deployment' }),
      ).choices(variants),
    )
    .option('--replicas <number>', say({ ko: '파드의 수', en: 'the number of Pods' }))
    .option('--image <name>', say({ ko: '컨테이너 이미지', en: "the containers' image" }))
    .option('--node-port <number>', say({ ko: '노드 포트', en: 'the node port' }))
    .option(
      '--force',
      say({ ko: '내용이 다른 파일을 덮어쓰기', en: 'overwrite files that say something else' }),
    )
    .action(async (options) =>
      done(await (await import('../commands/manifests')).writeManifests(options)),
    );
}

function addDoing(program: Command, done: Done): void {
  onCluster(inFolder(onLab(program, 'up', { ko: '실습 준비하기', en: 'prepare a lab' }))).action(
    async (_id, options, typed) =>
      done(await (await import('../commands/up')).up(asOne(typed), options)),
  );
  onCluster(
    inFolder(
      command(program, 'check [id...]', {
        ko: '실습 결과 확인하기',
        en: 'check what has been done',
      }),
    ),
  )
    .option('--chapter <number>', say({ ko: '한 장의 실습을 모두', en: 'all labs of a chapter' }))
    .option(
      '--on <address>',
      say({
        ko: '다른 컴퓨터에서 한 실습을 SSH로 확인 (ssh://사용자@주소:포트)',
        en: 'check what was done on another machine (ssh://USER@HOST:PORT)',
      }),
    )
    .option(
      '--identity <file>',
      say({ ko: '--on 컴퓨터에 접속할 개인 키 파일', en: 'the private key for --on' }),
    )
    .option(
      '--known-hosts <file>',
      say({
        ko: '--on 컴퓨터의 호스트 키 파일. 다른 키를 보이는 컴퓨터에는 접속하지 않음',
        en: 'the host keys of --on; no machine with another key is asked',
      }),
    )
    .option(
      '--fix',
      say({
        ko: '고칠 줄을 파일에 써넣기 (먼저 묻고, 지금 파일은 따로 남김)',
        en: 'write the shown changes into the file, after a yes; the file as it is stays beside it',
      }),
    )
    .option('-y, --yes', say({ ko: '--fix: 묻지 않고 쓰기', en: '--fix: write without asking' }))
    .action(async (ids, options) =>
      done(await (await import('../commands/check')).check(ids, options)),
    );
  onCluster(
    inFolder(
      onLab(program, 'watch', {
        ko: '다른 터미널에서 하는 실습을 지켜보며 확인하기',
        en: 'tick each step as it is done in another terminal',
      }),
    ),
  ).action(async (_id, options, typed) =>
    done(await (await import('../commands/watch')).watch(asOne(typed), options)),
  );
  onCluster(
    inFolder(
      onLab(program, 'solve', {
        ko: '실습을 정답 상태로 만들기',
        en: 'bring a lab to its solution',
      }),
    ),
  )
    .option(
      '--timeout <seconds>',
      say({
        ko: '준비될 때까지 기다리는 시간(초, 기본 180)',
        en: 'how long it may take to become ready (default 180)',
      }),
    )
    .action(async (_id, options, typed) =>
      done(await (await import('../commands/solve')).solve(asOne(typed), options)),
    );
  onCluster(
    inFolder(
      command(program, 'down [id...]', { ko: '실습 정리하기', en: 'remove what belongs to labs' }),
      {
        ko: '실습 파일은 이 폴더의 것만 삭제 (기본값: dkkb가 쓴 파일 모두)',
        en: 'of the files, those in this folder only (default: all that dkkb wrote)',
      },
    ),
  )
    .option('--all', say({ ko: '모든 실습', en: 'every lab' }))
    .option(
      '-y, --yes',
      say({ ko: '직접 만든 것도 묻지 않고 삭제', en: 'remove what you made without asking' }),
    )
    .option(
      '--images',
      say({ ko: 'dkkb가 받은 이미지도 삭제', en: 'also the images that dkkb pulled' }),
    )
    .action(async (ids, options) =>
      done(await (await import('../commands/down')).down(ids, options)),
    );
}
