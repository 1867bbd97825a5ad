import { Option, type Command } from 'commander';

import { say } from '../language';
import { command, type Done } from './options';

/** Adds `dkkb vm` and its commands. */
export function addVm(program: Command, done: Done): void {
  const group = program
    .command('vm')
    .helpCommand(false)
    .description(
      say({
        ko: '이 컴퓨터의 실습 VM: 만들기, 접속, 상태, 끄기, 정리',
        en: 'the practice VM of this computer: up, ssh, status, stop, down',
      }),
    );
  addUp(group, done);
  command(
    group,
    'ssh [command...]',
    {
      ko: '실습 VM에 접속하기, 또는 `--` 뒤의 명령을 그 안에서 실행하기',
      en: 'log in to the practice VM, or run the command behind `--` in it',
    },
    false,
  ).action(async (words) => done(await (await import('../commands/vm/ssh')).vmSsh(words)));
  command(group, 'status', {
    ko: '실습 VM의 상태, 포트, 설치 진행 보기',
    en: 'show the state of the practice VM, its ports and how far its installation is',
  }).action(async (options) =>
    done(await (await import('../commands/vm/status')).vmStatus(options)),
  );
  command(group, 'stop', {
    ko: '실습 VM을 끄기. 디스크와 그 안의 것은 그대로 두기',
    en: 'switch the practice VM off; its disk and what is on it are kept',
  })
    .option(
      '--timeout <minutes>',
      say({ ko: '꺼질 때까지 기다리는 시간(분)', en: 'minutes until it has to be off' }),
      '10',
    )
    .action(async (options) => done(await (await import('../commands/vm/stop')).vmStop(options)));
  command(group, 'down', {
    ko: '실습 VM과 그 디스크, 열린 포트를 없애기',
    en: 'remove the practice VM, its disk and its ports',
  })
    .option('-y, --yes', say({ ko: '묻지 않고 삭제', en: 'remove without asking' }))
    .option(
      '--image-cache',
      say({ ko: '받아 둔 이미지도 삭제', en: 'also the images that were fetched' }),
    )
    .action(async (options) => done(await (await import('../commands/vm/down')).vmDown(options)));
}

function addUp(group: Command, done: Done): void {
  command(group, 'up', {
    ko: '실습 VM을 만들거나 다시 켜고, 준비될 때까지 기다리기',
    en: 'make the practice VM or start it again, and wait until it is ready',
  })
    .option(
      '--image <file>',
      say({
        ko: '디스크 이미지: 파일, 주소, 또는 debian (기본값: 우분투 24.04)',
        en: 'the image of its disk: a file, an address, or debian (default: Ubuntu 24.04)',
      }),
    )
    .option('--sha256 <sum>', say({ ko: '그 이미지의 체크섬', en: 'the checksum of that image' }))
    .option(
      '--memory <mib>',
      say({ ko: '메모리(MiB, 기본 4096 또는 2048)', en: 'memory in MiB (default 4096 or 2048)' }),
    )
    .option('--disk <gib>', say({ ko: '디스크(GiB, 기본 20)', en: 'disk in GiB (default 20)' }))
    .option('--cpus <number>', say({ ko: 'CPU 수', en: 'processors' }))
    .option(
      '--ssh-port <port>',
      say({
        ko: 'SSH로 이어지는 이 컴퓨터의 포트 (기본 2223)',
        en: 'the port of this computer that leads to its SSH (default 2223)',
      }),
    )
    .option(
      '--skip-port <port...>',
      say({ ko: '이 포트는 VM으로 잇지 않기', en: 'do not forward these ports' }),
    )
    .addOption(
      new Option(
        '--by <program>',
        say({ ko: 'VM을 실행할 프로그램', en: 'the program that runs it' }),
      ).choices(['qemu', 'virtualbox']),
    )
    .option('--window', say({ ko: 'VM의 화면을 창으로 보기', en: 'show its screen in a window' }))
    .option(
      '--no-wait',
      say({ ko: 'SSH가 응답하면 기다리지 않고 끝내기', en: 'end as soon as SSH answers' }),
    )
    .option(
      '--timeout <minutes>',
      say({
        ko: '준비될 때까지 기다리는 시간(분). 이미지를 받는 시간도 셉니다 (기본값: 받은 뒤 30분)',
        en: 'minutes until it has to be ready, the download included (default: 30 after the download)',
      }),
    )
    .action(async (options) => done(await (await import('../commands/vm/up')).vmUp(options)));
}
