import { Command, Option } from 'commander';
import { installation, shells } from './completion-scripts';
import { languages, say } from './language';
import { localize } from './localize';
import type { Text } from '../labs/lab';

type Done = (code: number) => void;

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
    .version('0.1.0', '-V, --version', say({ ko: '버전 보기', en: 'show the version' }));
  addReading(program, done);
  addDoing(program, done);
  addMachine(program, done);
  addHelp(program);
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

function command(parent: Command, usage: string, description: Text, reports = true): Command {
  const child = parent.command(usage).description(say(description));
  // Accepted after the command too, where people write it.
  child.addOption(new Option('--lang <language>').choices(languages).hideHelp());
  if (!reports) return child;
  const output = new Option(
    '-o, --output <format>',
    say({ ko: '스크립트용 출력', en: 'output for scripts' }),
  );
  return child.addOption(output.choices(['json']));
}

const ownFolder: Text = {
  ko: '실습 파일이 있는 폴더 (기본값: 지금 폴더)',
  en: 'the folder of your files (default: this one)',
};

function inFolder(child: Command, text = ownFolder): Command {
  return child.option('--dir <folder>', say(text));
}

function addReading(program: Command, done: Done): void {
  command(program, 'list', {
    ko: '모든 실습을 책의 순서로 보기',
    en: 'list every lab in the order of the book',
  }).action(async (options) => done((await import('./commands/list')).list(options)));
  command(program, 'show <id>', { ko: '실습에서 할 일 보기', en: 'show the task of a lab' })
    .option('--hint', say({ ko: '힌트까지 보기', en: 'with a hint' }))
    .option('--solution', say({ ko: '입력할 명령 보기', en: 'the commands to type' }))
    .action(async (id, options) => done((await import('./commands/show')).show(id, options)));
  command(program, 'progress', {
    ko: '지금까지 통과한 실습과 시각 보기',
    en: 'show what has been passed, and when',
  }).action(async (options) => done(await (await import('./commands/progress')).progress(options)));
}

function addDoing(program: Command, done: Done): void {
  inFolder(command(program, 'up <id>', { ko: '실습 준비하기', en: 'prepare a lab' })).action(
    async (id, options) => done(await (await import('./commands/up')).up(id, options)),
  );
  inFolder(
    command(program, 'check [id...]', { ko: '실습 결과 확인하기', en: 'check what has been done' }),
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
    .action(async (ids, options) =>
      done(await (await import('./commands/check')).check(ids, options)),
    );
  inFolder(
    command(program, 'watch <id>', {
      ko: '다른 터미널에서 하는 실습을 지켜보며 확인하기',
      en: 'tick each step as it is done in another terminal',
    }),
  ).action(async (id, options) =>
    done(await (await import('./commands/watch')).watch(id, options)),
  );
  inFolder(
    command(program, 'solve <id>', {
      ko: '실습을 정답 상태로 만들기',
      en: 'bring a lab to its solution',
    }),
  )
    .option(
      '--timeout <seconds>',
      say({
        ko: '준비될 때까지 기다리는 시간(초, 기본 180)',
        en: 'how long it may take to become ready (default 180)',
      }),
    )
    .action(async (id, options) =>
      done(await (await import('./commands/solve')).solve(id, options)),
    );
  inFolder(
    command(program, 'down [id...]', { ko: '실습 정리하기', en: 'remove what belongs to labs' }),
    {
      ko: '실습 파일은 이 폴더의 것만 삭제 (기본값: dkkb가 쓴 파일 모두)',
      en: 'of the files, those in this folder only (default: all that dkkb wrote)',
    },
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
      done(await (await import('./commands/down')).down(ids, options)),
    );
}

function addMachine(program: Command, done: Done): void {
  command(
    program,
    'start',
    {
      ko: '처음부터 끝까지: 설치, 첫 실습, 확인',
      en: 'from nothing to the first lab: install, run, check',
    },
    false,
  ).action(async () => done(await (await import('./commands/start')).start()));
  command(program, 'doctor', {
    ko: '이 컴퓨터에서 실습할 수 있는지 보기',
    en: 'look at this machine and say what is missing',
  }).action(async (options) => done(await (await import('./commands/doctor')).doctor(options)));
  addImages(program, done);
  command(
    program,
    'completion <shell>',
    {
      ko: '셸 자동 완성 스크립트 출력 (bash, zsh, fish)',
      en: 'print the completion script for bash, zsh or fish',
    },
    false,
  )
    .addHelpText('after', howToInstall)
    .action(async (shell) => done((await import('./commands/completion')).completion(shell)));
  // What the completion scripts ask.
  program
    .command('complete [word...]', { hidden: true })
    .action(async (words) =>
      done((await import('./commands/completion')).answerShell(words, program)),
    );
}

function howToInstall(): string {
  const title = say({ ko: '모든 터미널에서 쓰려면:', en: 'To have it in every terminal:' });
  const lines = shells.map((shell) => `  ${shell.padEnd(4)}  ${installation[shell]}`);
  return ['', title, ...lines].join('\n');
}

function addImages(program: Command, done: Done): void {
  const images = program.command('images').description(
    say({
      ko: '책의 이미지를 받고, 만들고, 저장하고, 불러오기',
      en: "the book's images: list, build, save, load",
    }),
  );
  command(images, 'list', {
    ko: '이미지와 출처 보기',
    en: 'list the images and where they came from',
  }).action(async (options) => done(await (await import('./commands/images')).listImages(options)));
  command(
    images,
    'build [image...]',
    {
      ko: '배포판 패키지로 이미지 만들기 (데비안·우분투)',
      en: 'build images from distribution packages (Debian, Ubuntu)',
    },
    false,
  )
    .option('--force', say({ ko: '이미 있어도 다시 만들기', en: 'build even if it is there' }))
    .action(async (names, options) =>
      done(await (await import('./commands/images')).buildImages(names, options)),
    );
  command(
    images,
    'save <file>',
    { ko: '모든 이미지를 파일 하나로 저장', en: 'save all images to one file' },
    false,
  ).action(async (file) => done(await (await import('./commands/images')).saveImages(file)));
  command(
    images,
    'load <file>',
    { ko: '파일에서 이미지 불러오기', en: 'load the images of a file' },
    false,
  ).action(async (file) => done(await (await import('./commands/images')).loadImages(file)));
  command(
    images,
    'serve',
    {
      ko: '이 컴퓨터를 교실의 이미지 미러로 만들기',
      en: "make this machine the classroom's mirror of the images",
    },
    false,
  )
    .option(
      '--address <ip>',
      say({
        ko: '교실에서 보이는 이 컴퓨터의 주소',
        en: "this machine's address in the classroom",
      }),
      '127.0.0.1',
    )
    .option('--port <number>', say({ ko: '포트', en: 'port' }), '5001')
    .option('--stop', say({ ko: '미러를 멈추고 지우기', en: 'stop the mirror and remove it' }))
    .action(async (options) => done(await (await import('./commands/serve')).serve(options)));
}
