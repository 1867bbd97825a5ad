import type { Command } from 'commander';
import { say } from '../language';
import { asOne, command, inFolder, onCluster, onLab, onMachine, type Done } from './options';

/** The commands that do something with labs: prepare, check, watch, solve and remove. */
export function addDoing(program: Command, done: Done): void {
  onMachine(
    onCluster(inFolder(onLab(program, 'up', { ko: '실습 준비하기', en: 'prepare a lab' }))),
  ).action(async (_id, options, typed) =>
    done(await (await import('../commands/up')).up(asOne(typed), options)),
  );
  onMachine(
    onCluster(
      inFolder(
        command(program, 'check [id...]', {
          ko: '실습 결과 확인하기',
          en: 'check what has been done',
        }),
      ),
    ),
  )
    .option('--chapter <number>', say({ ko: '한 장의 실습을 모두', en: 'all labs of a chapter' }))
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
  onMachine(
    onCluster(
      inFolder(
        onLab(program, 'watch', {
          ko: '다른 터미널에서 하는 실습을 지켜보며 확인하기',
          en: 'tick each step as it is done in another terminal',
        }),
      ),
    ),
  ).action(async (_id, options, typed) =>
    done(await (await import('../commands/watch')).watch(asOne(typed), options)),
  );
  onMachine(
    onCluster(
      inFolder(
        onLab(program, 'solve', {
          ko: '실습을 정답 상태로 만들기',
          en: 'bring a lab to its solution',
        }),
      ),
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
  onMachine(
    onCluster(
      inFolder(
        command(program, 'down [id...]', {
          ko: '실습 정리하기',
          en: 'remove what belongs to labs',
        }),
        {
          ko: '실습 파일은 이 폴더의 것만 삭제 (기본값: dkkb가 쓴 파일 모두)',
          en: 'of the files, those in this folder only (default: all that dkkb wrote)',
        },
      ),
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
