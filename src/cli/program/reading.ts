import { Option, type Command } from 'commander';
import type { Text } from '../../core/text';
import { kubeFolder, variants } from '../../kubernetes/model/manifest-files';
import { referenceLab } from '../reference/lab';
import { say } from '../language';
import { asOne, command, inFolder, onLab, tellingOf, type Done } from './options';

const showing: Text = { ko: '실습에서 할 일 보기', en: 'show the task of a lab' };

/** The commands that tell what is known, and write the manifests. */
export function addReading(program: Command, done: Done): void {
  command(program, 'list', {
    ko: '모든 실습을 책의 순서로 보기',
    en: 'list every lab in the order of the book',
  }).action(async (options) => done((await import('../commands/list')).list(options)));
  tellingOf(onLab(program, 'show', showing))
    .option('--hint', say({ ko: '힌트까지 보기', en: 'with a hint' }))
    .option('--solution', say({ ko: '입력할 명령 보기', en: 'the commands to type' }))
    .usage(say({ ko: '[options] <id> [단어...]', en: '[options] <id> [word...]' }))
    .summary(say(showing))
    .description(
      say({
        ko: `${showing.ko}. 단어는 ${referenceLab} 뒤에만 씁니다: dkkb show ${referenceLab} 볼륨`,
        en: `${showing.en}. Words go behind ${referenceLab} only: dkkb show ${referenceLab} volume`,
      }),
    )
    // The words behind `app-commands` are looked for, options such as `-p` too.
    .allowUnknownOption()
    .action(async (id, options, typed) => {
      const { show, showReference } = await import('../commands/show');
      const isSearch = id === referenceLab;
      done(
        await (isSearch
          ? showReference(typed.args.slice(1), options)
          : show(asOne(typed), options)),
      );
    });
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
