import type { Command } from 'commander';
import { installation, shells } from './completion-scripts';
import { say } from '../language';
import { command, onCluster, type Done } from './options';

/** Adds the commands about the machine and its images. */
export function addMachine(program: Command, done: Done): void {
  command(
    program,
    'start',
    {
      ko: '처음부터 끝까지: 설치, 첫 실습, 확인',
      en: 'from nothing to the first lab: install, run, check',
    },
    false,
  ).action(async () => done(await (await import('../commands/start')).start()));
  onCluster(
    command(program, 'doctor', {
      ko: '이 컴퓨터에서 실습할 수 있는지 보기',
      en: 'look at this machine and say what is missing',
    }),
  ).action(async (options) => done(await (await import('../commands/doctor')).doctor(options)));
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
    .action(async (shell) => done((await import('../commands/completion')).completion(shell)));
  // The completion scripts call this command.
  program
    .command('complete [word...]', { hidden: true })
    .action(async (words) =>
      done((await import('../commands/completion')).answerShell(words, program)),
    );
}

function howToInstall(): string {
  const title = say({ ko: '모든 터미널에서 쓰려면:', en: 'To have it in every terminal:' });
  const lines = shells.map((shell) => `  ${shell.padEnd(4)}  ${installation[shell]}`);
  return ['', title, ...lines].join('\n');
}

function addImages(program: Command, done: Done): void {
  const images = program
    .command('images')
    .helpCommand(false)
    .description(
      say({
        ko: '책의 이미지를 보고, 만들고, 저장하고, 불러오고, 나눠 주기',
        en: "the book's images: list, build, save, load, serve",
      }),
    );
  command(images, 'list', {
    ko: '이미지와 출처 보기',
    en: 'list the images and where they came from',
  }).action(async (options) =>
    done(await (await import('../commands/images')).listImages(options)),
  );
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
      done(await (await import('../commands/images')).buildImages(names, options)),
    );
  command(
    images,
    'save <file>',
    { ko: '모든 이미지를 파일 하나로 저장', en: 'save all images to one file' },
    false,
  ).action(async (file) => done(await (await import('../commands/images')).saveImages(file)));
  command(
    images,
    'load <file>',
    { ko: '파일에서 이미지 불러오기', en: 'load the images of a file' },
    false,
  )
    .option(
      '--yes',
      say({
        ko: '책의 이미지가 아닌 것도 묻지 않고 불러오기',
        en: "also load, without asking, what is not the book's",
      }),
    )
    .action(async (file, options) =>
      done(await (await import('../commands/images')).loadImages(file, options)),
    );
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
    .action(async (options) => done(await (await import('../commands/serve')).serve(options)));
}
