import { extendClass, type Extended } from '../../../class/extend';
import type { CloudResource } from '../../../class/aws/resource';
import type { ClassConfig } from '../../../class/config/load';
import type { Student } from '../../../class/config/students';
import { addUp, costOfHours, spentBy, stillToSpend } from '../../../class/cost';
import type { Problem } from '../../../core/problem';
import type { Text } from '../../../core/text';
import { confirm } from '../../confirm';
import { say } from '../../language';
import { known } from '../../views/class/cost';
import { money } from '../../views/class/money';
import { printByReason } from '../../views/class/by-reason';
import { mostListed } from '../../views/class/names';
import { problemJson, problemLine } from '../../views/problem';
import { chat, exit, mark, print, printJson, printLine } from '../../views/terminal';
import { UsageError } from '../../usage-error';
import { studentsNamed } from './named-students';
import { classCommand, type ClassOptions } from './options';
import { mustBeHere, seenClassOf, hoursLeft } from './shared';

interface ExtendOptions extends ClassOptions {
  readonly student?: readonly string[];
  readonly yes?: boolean;
}

const most = 720;

/** `dkkb class extend HOURS`: moves the deadline of every running VM; exit code 1 when one refused. */
export async function classExtend(hours: string, options: ExtendOptions): Promise<number> {
  const amount = Number(hours);
  if (!(amount > 0 && amount <= most))
    throw new UsageError({
      ko: `시간에는 0보다 크고 ${most} 이하인 수를 씁니다: ${hours}`,
      en: `Hours are a number, more than 0 and at most ${most}: ${hours}`,
    });
  const session = await seenClassOf(options);
  await mustBeHere(session);
  const words = options.student;
  const choose = words && ((all: readonly Student[]) => studentsNamed(words, all, options));
  const agree: Agree = (meant, all) => agreeTo(session.config, amount, { meant, all }, options);
  const vms = await extendClass(session, amount, { choose, agree });
  if (options.output === 'json')
    printJson({ class: session.fleet, hours: amount, vms: vms?.map(toJson) ?? [] });
  else if (vms) tell(vms, amount, options);
  if (!vms) return exit.failed;
  return vms.length > 0 && vms.every(({ extended }) => extended) ? exit.done : exit.failed;
}

type Agree = Parameters<typeof extendClass>[2]['agree'];

/** Tells what the hours cost, and asks where the class becomes dearer than its budget. */
async function agreeTo(
  config: ClassConfig,
  hours: number,
  {
    meant,
    all,
  }: { readonly meant: readonly CloudResource[]; readonly all: readonly CloudResource[] },
  { yes = false }: ExtendOptions,
): Promise<boolean> {
  const rate = config.wonPerDollar;
  const now = new Date();
  const more = costOfHours(meant, hours, config);
  const total = addUp([spentBy(all, now, config), stillToSpend(all, now, config), more]);
  const [added, sum] = [known(more, rate), known(total, rate)];
  chat(
    say({
      ko: `비용(어림): ${hours}시간에 ${added.ko} 더, 반 전체는 ${sum.ko}`,
      en: `cost (an estimate): ${added.en} more for ${hours} hours; the whole class ${sum.en}`,
    }),
  );
  if (yes || config.budget === undefined || total.dollars <= config.budget) return true;
  const { ko, en } = money(config.budget, rate);
  if (
    await confirm({
      ko: `설정 파일의 예산 ${ko}보다 많습니다. 계속할까요?`,
      en: `That is more than the budget of the configuration, ${en}. Go on?`,
    })
  )
    return true;
  chat(
    `${mark.failed} ${say({
      ko: `예산 ${ko}보다 많아 미루지 않았습니다. 그대로 하려면 --yes를 붙입니다.`,
      en: `Nothing was moved, because that is more than the budget of ${en}. To do it, add --yes.`,
    })}`,
  );
  return false;
}

function toJson({ problem, ...one }: Extended) {
  return { ...one, ...(problem ? { problem: problemJson(problem) } : {}) };
}

function tell(vms: readonly Extended[], hours: number, options: ExtendOptions): void {
  if (vms.length === 0)
    print(
      `${mark.failed} ${say({ ko: '켜져 있는 VM이 없습니다.', en: 'There is no VM to extend.' })}`,
    );
  const bad = vms.filter(({ extended }) => !extended);
  if (vms.length - bad.length > mostListed) print(`${mark.passed} ${say(many(vms))}`);
  else vms.filter(({ extended }) => extended).forEach(tellOne);
  if (bad.length > mostListed)
    printByReason(
      bad.map(({ name, said, problem }) => ({
        name,
        key: problem?.code ?? said ?? '',
        reason: reasonOf(said, problem),
      })),
    );
  else bad.forEach(tellOne);
  if (bad.length === 0) return;
  const students = bad.length > mostListed ? ['…'] : bad.map(({ id }) => id);
  print(
    `  ${mark.arrow} ${say({
      ko: `\`${classCommand(options, 'status')}\`에서 남은 시간을 본 뒤, 미뤄지지 않은 VM만 다시 합니다:`,
      en: `See in \`${classCommand(options, 'status')}\` how long they have, then do it again for these alone:`,
    })}`,
  );
  printLine(`      ${classCommand(options, 'extend', String(hours), '--student', ...students)}`);
}

function tellOne({ id, name, extended, hoursLeft: left, said, problem }: Extended): void {
  if (extended)
    print(
      `${mark.passed} ${id}  ${name}  ${say({ ko: `${hoursLeft(left)} 남음`, en: `${hoursLeft(left)} left` })}`,
    );
  else print(`${mark.failed} ${id}  ${name}  ${reasonOf(said, problem)}`);
}

function reasonOf(said: string | undefined, problem: Problem | undefined): string {
  if (problem) return problemLine(problem);
  return said === 'none' ? say({ ko: 'VM 없음', en: 'no VM' }) : (said ?? '-');
}

function many(vms: readonly Extended[]): Text {
  const left = vms.flatMap(({ hoursLeft: one }) => one ?? []);
  const least = hoursLeft(Math.min(...left));
  return {
    ko: `VM ${left.length}대의 종료 시각을 미뤘습니다. 가장 짧게 남은 것은 ${least}입니다.`,
    en: `Moved the deadlines of ${left.length} VMs; the first of them ends in ${least}.`,
  };
}
