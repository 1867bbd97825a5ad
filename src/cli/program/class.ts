import type { Command } from 'commander';

import type { Text } from '../../core/text';
import { say } from '../language';
import { withCsv, type Done } from './options';

const takeOver: Text = {
  ko: '다른 사람이 만든 반을 넘겨받기',
  en: 'take over a class that somebody else made',
};

type AddToClass = (usage: string, description: Text) => Command;
type Add = (parent: Command, usage: string, description: Text) => Command;

/** Adds `dkkb class` and its commands. */
export function addClass(program: Command, command: Add, done: Done): void {
  const group = program
    .command('class')
    .helpCommand(false)
    .description(
      say({
        ko: '학생마다 AWS에 실습 VM을 하나씩: 계획, 만들기, 상태, 카드, 연장, 정리',
        en: 'a practice VM on AWS for each student: plan, up, status, cards, extend, down',
      }),
    );
  const add = (usage: string, description: Text) =>
    command(group, usage, description)
      .option(
        '--dir <folder>',
        say({
          ko: '설정 파일이 있는 폴더 (기본값: 지금 폴더)',
          en: 'the folder of the configuration (default: this one)',
        }),
      )
      .option(
        '--config <file>',
        say({
          ko: '설정 파일 (기본값: dkkb.config.yaml)',
          en: 'the configuration (default: dkkb.config.yaml)',
        }),
      )
      .option(
        '--class <name>',
        say({
          ko: '이 이름의 반 (기본값: 설정 파일의 반)',
          en: 'the class of that name (default: that of the configuration)',
        }),
      );
  add('list', {
    ko: '이 AWS 계정의 모든 반을 모든 리전에서 찾아 보기',
    en: 'show every class of this AWS account, in all regions',
  }).action(async (options) =>
    done(await (await import('../commands/class/list')).classList(options)),
  );
  add('plan', {
    ko: '무엇을 만들고 얼마가 드는지 보기 (만들지 않음)',
    en: 'what would be made and what it costs; makes nothing',
  }).action(async (options) =>
    done(await (await import('../commands/class/plan')).classPlan(options)),
  );
  addUp(add, done);
  addStatus(add, done);
  add('cards', {
    ko: '학생마다 로그인 카드와 개인 키가 든 파일 만들기',
    en: 'a login card and an archive with the key for each student',
  })
    .option(
      '--to <folder>',
      say({ ko: '카드를 만들 폴더', en: 'the folder of the cards' }),
      'cards',
    )
    .action(async (options) =>
      done(await (await import('../commands/class/cards')).classCards(options)),
    );
  addCarry(add, done);
  add('extend <hours>', {
    ko: '켜져 있는 모든 VM의 종료 시각을 뒤로 미루기',
    en: 'move the deadline of every running VM',
  })
    .option(
      '--student <student...>',
      say({ ko: '이 학생(이름 또는 id)의 VM만', en: 'of these students only, by name or id' }),
    )
    .option(
      '-y, --yes',
      say({
        ko: '예산보다 비싸져도 묻지 않기',
        en: 'do not ask where it becomes dearer than the budget',
      }),
    )
    .action(async (hours, options) =>
      done(await (await import('../commands/class/extend')).classExtend(hours, options)),
    );
  add('down', {
    ko: '반의 모든 것을 삭제하고 모든 리전에서 확인하기',
    en: 'remove everything of the class, and look in every region',
  })
    .option(
      '--student <student...>',
      say({
        ko: '이 학생(이름 또는 id)의 VM만 삭제 (반은 그대로)',
        en: 'remove the VMs of these students only, by name or id',
      }),
    )
    .option(
      '--instance <id...>',
      say({
        ko: '이 인스턴스만 삭제 (한 학생에게 VM이 하나 더 있을 때)',
        en: 'remove these instances only, as where a student has one more',
      }),
    )
    .option('-y, --yes', say({ ko: '묻지 않고 삭제', en: 'remove without asking' }))
    .option('--take-over', say(takeOver))
    .action(async (options) =>
      done(await (await import('../commands/class/down')).classDown(options)),
    );
}

/** Adds the commands that carry a class to another computer. */
function addCarry(add: AddToClass, done: Done) {
  const passphraseFile = (command: Command) =>
    command.option(
      '--passphrase-file <file>',
      say({
        ko: '암호를 묻지 않고 이 파일의 첫 줄을 쓰기',
        en: 'take the first line of this file as the passphrase',
      }),
    );
  passphraseFile(
    add('export <file>', {
      ko: '반의 키와 기록을 암호로 잠긴 파일 하나로 내보내기 (다른 컴퓨터에서 쓰기 위해)',
      en: 'write the keys and records of the class into one encrypted file, for another computer',
    }),
  ).action(async (file, options) =>
    done(await (await import('../commands/class/carry')).classExport(file, options)),
  );
  passphraseFile(
    add('import <file>', {
      ko: '다른 컴퓨터에서 내보낸 반을 이 컴퓨터로 가져오기',
      en: 'bring a class that was exported on another computer to this one',
    }),
  ).action(async (file, options) =>
    done(await (await import('../commands/class/carry')).classImport(file, options)),
  );
}

function addStatus(add: AddToClass, done: Done) {
  withCsv(
    add('status', {
      ko: '모든 VM의 상태, 또는 누가 실습을 통과했는지 보기',
      en: 'show the state of every VM, or who has passed a lab',
    }),
  )
    .option(
      '--lab <id>',
      say({ ko: '학생마다 이 실습을 확인하기', en: 'check this lab on every VM' }),
    )
    .option(
      '--timeout <seconds>',
      say({ ko: '--lab: VM마다 기다리는 시간(초)', en: '--lab: seconds that each VM may take' }),
      '60',
    )
    .option('--watch', say({ ko: 'Ctrl-C까지 계속 보기', en: 'ask again until Ctrl-C' }))
    .option('--no-ssh', say({ ko: 'VM에 묻지 않고 AWS에만 묻기', en: 'ask AWS only, not the VMs' }))
    .action(async (options) =>
      done(await (await import('../commands/class/status')).printClassStatus(options)),
    );
}

function addUp(add: AddToClass, done: Done) {
  add('up', {
    ko: '없는 VM을 만들고 준비될 때까지 기다리기',
    en: 'make the VMs that are missing, and wait until they are ready',
  })
    .option(
      '--no-wait',
      say({ ko: 'VM이 켜지면 기다리지 않고 끝내기', en: 'end when the VMs are running' }),
    )
    .option(
      '--timeout <minutes>',
      say({ ko: 'VM마다 기다리는 시간(분)', en: 'minutes that each VM may take' }),
      '20',
    )
    .option(
      '--retry',
      say({
        ko: '설치에 실패했거나 중간에 멈춘 VM에서 남은 단계를 다시 설치하기',
        en: 'where steps failed or were interrupted, install what is still missing',
      }),
    )
    .option(
      '--replace <student...>',
      say({
        ko: '이 학생(이름 또는 id)의 VM을 새로 만들기. 안의 것은 사라짐',
        en: 'make the VMs of these students again, by name or id; what is in them is lost',
      }),
    )
    .option(
      '-y, --yes',
      say({ ko: '이미 있는 것을 바꿀 때도 묻지 않기', en: 'change what exists without asking' }),
    )
    .option('--take-over', say(takeOver))
    .action(async (options) => done(await (await import('../commands/class/up')).classUp(options)));
}
