import type { LabObject } from '../../actions/inventory';
import { planRemoval, remove, type RemovalOutcome, type RemovalPlan } from '../../actions/remove';
import { openSession, type Session } from '../../actions/session';
import type { Text } from '../../labs/lab';
import { confirm } from '../confirm';
import { folderOf } from '../folder';
import { dockerLabs, findDockerLab } from '../find-lab';
import { hold } from '../hold';
import { say } from '../language';
import { printProblem, problemJson } from '../print-problem';
import { chat, exit, mark, print, printJson, reporter } from '../terminal';
import { UsageError } from '../usage-error';

interface DownOptions {
  readonly all?: boolean;
  readonly yes?: boolean;
  readonly images?: boolean;
  readonly dir?: string;
  readonly output?: string;
}

/** `dkkb down`: lists what belongs to the labs, removes it, looks again; exit code 1 when something is left. */
export async function down(ids: readonly string[], options: DownOptions): Promise<number> {
  if (options.all && ids.length > 0) throw both;
  if (!options.all && ids.length === 0) throw usage;
  const labs = options.all ? dockerLabs() : [...new Set(ids)].map(findDockerLab);
  const within = options.dir === undefined ? undefined : folderOf(options);
  const session = await openSession();
  return hold(labs, session, async () => {
    const plan = await planRemoval(labs, session, options.images ?? false, within);
    return carryOut(plan, session, options);
  });
}

const both = new UsageError({
  ko: '실습 id와 --all은 함께 쓸 수 없습니다.',
  en: 'Name labs or --all, not both.',
});

const usage = new UsageError({
  ko: '정리할 실습의 id나 --all이 필요합니다. 예: dkkb down ch04-port',
  en: 'Name the labs or --all, for example: dkkb down ch04-port',
});

async function carryOut(
  plan: RemovalPlan,
  session: Session,
  options: DownOptions,
): Promise<number> {
  const json = options.output === 'json';
  const readers = plan.removable.filter(({ owner }) => owner === 'reader');
  plan.removable.forEach((object) => chat(`- ${describe(object)}`));
  plan.changedFiles.forEach((path) =>
    reporter.note({
      ko: `\`${path}\` 파일은 그동안 고치셨으므로 그대로 둡니다.`,
      en: `You have changed the file \`${path}\` since; it stays.`,
    }),
  );
  const agreed = readers.length === 0 || options.yes || (await confirm(questionFor(readers)));
  const chosen = agreed ? plan.removable : plan.removable.filter(({ owner }) => owner === 'ours');
  const act = () => remove(plan, chosen, session);
  const text = { ko: '삭제하는 중', en: 'Removing' };
  const outcome = await (chosen.length === 0 ? act() : reporter.step(text, act));
  const kept = agreed ? [] : readers;
  if (json) printOutcomeJson(outcome, kept, plan);
  else printOutcome(outcome, kept, plan);
  const leftovers = outcome.left.length + kept.length + plan.strangers.length;
  return leftovers === 0 ? exit.done : exit.failed;
}

function describe({ kind, name, owner, image, createdAt }: LabObject): string {
  const details = [image, createdAt.slice(0, 16).replace('T', ' '), say(owners[owner])];
  return `${say(kinds[kind])} ${name} (${details.filter(Boolean).join(', ')})`;
}

const owners: Readonly<Record<LabObject['owner'], Text>> = {
  ours: { ko: 'dkkb가 만듦', en: 'made by dkkb' },
  reader: { ko: '직접 만드신 것', en: 'made by you' },
  stranger: { ko: '이 실습의 것이 아님', en: 'not of this lab' },
};

const kinds: Readonly<Record<LabObject['kind'], Text>> = {
  container: { ko: '컨테이너', en: 'container' },
  network: { ko: '네트워크', en: 'network' },
  volume: { ko: '볼륨(안의 데이터 포함)', en: 'volume (with its data)' },
  image: { ko: '이미지', en: 'image' },
  file: { ko: '파일', en: 'file' },
};

function questionFor(readers: readonly LabObject[]): Text {
  const names = readers.map(({ name }) => name).join(', ');
  return {
    ko: `직접 만드신 것도 삭제할까요? ${names}`,
    en: `Remove what you made yourself, too? ${names}`,
  };
}

function printOutcome(
  { removed, left, reasons, blocked }: RemovalOutcome,
  kept: readonly LabObject[],
  { strangers }: RemovalPlan,
): void {
  for (const object of left) {
    print(
      `${mark.failed} ${say({ ko: '삭제하지 못함', en: 'could not be removed' })}: ${describe(object)}`,
    );
  }
  reasons.forEach((reason) => print(`  ${mark.arrow} ${reason}`));
  blocked.forEach((problem) => printProblem(problem));
  for (const object of kept) {
    print(`${mark.failed} ${say({ ko: '남겨 둠', en: 'kept' })}: ${describe(object)}`);
    print(
      `  ${mark.arrow} ${say({ ko: '삭제하려면 --yes를 붙입니다.', en: 'To remove it, add --yes.' })}`,
    );
  }
  for (const object of strangers) {
    print(`${mark.failed} ${say({ ko: '건드리지 않음', en: 'left alone' })}: ${describe(object)}`);
    print(
      `  ${mark.arrow} ${say({ ko: '필요 없다면 직접 삭제합니다', en: 'If you do not need it' })}: docker rm -f ${object.name}`,
    );
  }
  const count = removed.length;
  if (left.length + kept.length + strangers.length > 0) {
    if (count > 0) print(say({ ko: `나머지 ${count}개는 삭제했습니다.`, en: `Removed ${count}.` }));
    return;
  }
  print(
    `${mark.passed} ${say(
      count === 0
        ? { ko: '남아 있는 것이 없습니다.', en: 'Nothing is left.' }
        : {
            ko: `${count}개를 삭제했고, 남은 것이 없습니다.`,
            en: `Removed ${count}; nothing is left.`,
          },
    )}`,
  );
}

function printOutcomeJson(
  { removed, left, reasons, blocked }: RemovalOutcome,
  kept: readonly LabObject[],
  { strangers }: RemovalPlan,
): void {
  const problems = blocked.map(problemJson);
  printJson({ removed, left: [...left, ...kept], strangers, reasons, problems });
}
