import { costOfClass, type ClassCost } from '../../../class/budget';
import { isMade, type VmWork } from '../../../class/changes';
import type { ClassConfig } from '../../../class/config/load';
import { pricesOf } from '../../../class/config/prices';
import { planClass, type ClassPlan } from '../../../class/plan';
import { stops } from '../../../class/preflight';
import type { ClassSession } from '../../../class/session';
import type { Text } from '../../../core/text';
import { say } from '../../language';
import { accessTexts } from '../../views/class/access';
import { changeTexts } from '../../views/class/changes';
import type { ClassCommand } from '../../views/class/command';
import { costTexts } from '../../views/class/cost';
import { problemJson, printProblem } from '../../views/problem';
import { exit, mark, print, printJson, reporter } from '../../views/terminal';
import { classCommand, type ClassOptions } from './options';
import { classOf, looking } from './shared';

/** `dkkb class plan`: says what `up` would make, change and keep, for how long, for how much, and what would stop it; makes nothing. Exit code 1 where something would stop it. */
export async function classPlan(options: ClassOptions): Promise<number> {
  const session = await classOf(options);
  const plan = await reporter.step(looking, () => planClass(session));
  const { config, fleet } = session;
  const cost = costOfClass(config, plan.things, plan.changes, new Date());
  if (options.output === 'json') printJson(planJson(fleet, plan, cost));
  else tell(session, plan, cost, (...words) => classCommand(options, ...words));
  return plan.problems.some(stops) ? exit.failed : exit.done;
}

/** A plan for scripts. */
function planJson(fleet: string, plan: ClassPlan, cost: ClassCost) {
  const { account, changes, access, problems } = plan;
  const told = changes.map(({ student, work, vm, renamedFrom, differences }) => ({
    ...student,
    work,
    ...(vm ? { instance: vm.id } : {}),
    ...(renamedFrom ? { renamedFrom } : {}),
    differences,
  }));
  const idsOf = (...works: VmWork[]) =>
    changes.filter(({ work }) => works.includes(work)).map(({ student }) => student.id);
  return {
    class: fleet,
    account,
    missing: idsOf('new'),
    there: idsOf('kept', 'started', 'replaced'),
    leaving: idsOf('left'),
    changes: told,
    ...(access ? { access } : {}),
    cost,
    total: cost.total.dollars,
    pricesOf,
    problems: problems.map(problemJson),
  };
}

function tell(
  { config }: ClassSession,
  plan: ClassPlan,
  cost: ClassCost,
  command: ClassCommand,
): void {
  headTexts(config, plan.account).forEach((text) => print(say(text)));
  if (plan.forbidding.length > 0)
    return plan.problems.forEach((problem) => printProblem(problem, ''));
  [...changeTexts(plan.changes, command), ...accessTexts(plan.access)].forEach((text) =>
    print(`  ${say(text)}`),
  );
  if (plan.changes.some(isMade)) print(say(timeText(config)));
  costTexts(config, cost).forEach((text) => print(say(text)));
  plan.problems.forEach((problem) => printProblem(problem, ''));
  if (!plan.problems.some(stops))
    print(`${mark.passed} ${say(inTheWay(plan.problems.length > 0, command('up')))}`);
}

/** Which class it is, and whose login of AWS. */
export function headTexts(config: ClassConfig, account: string): Text[] {
  const { students, instanceType, region, disk, ubuntu, spot } = config;
  const what = `${region}, ${instanceType}, ${disk} GiB, Ubuntu ${ubuntu}`;
  return [
    {
      ko: `반: ${config.class} (${what}${spot ? ', 스팟' : ''}), 학생 ${students.length}명`,
      en: `class: ${config.class} (${what}${spot ? ', spot' : ''}), students: ${students.length}`,
    },
    { ko: `AWS 계정: ${account}`, en: `AWS account: ${account}` },
  ];
}

function timeText({ hours }: ClassConfig): Text {
  return {
    ko: `시간: 새 VM은 켠 뒤 ${hours}시간이 지나면 스스로 종료되어 삭제됩니다.`,
    en: `time: each new VM ends itself ${hours} hours after it was started, and is removed.`,
  };
}

/** Nothing stops the class; `hasNotes` says that something could not be found out. */
function inTheWay(hasNotes: boolean, up: string): Text {
  return hasNotes
    ? {
        ko: `그 밖에 막는 것은 없습니다. 자격 증명, 권한, 인스턴스 유형, 나머지 한도를 확인했습니다: ${up}`,
        en: `Nothing else stands in the way of what was looked at (credentials, permissions, instance type, other limits): ${up}`,
      }
    : {
        ko: `자격 증명, 권한, 인스턴스 유형, 한도를 확인했습니다. 이대로 만들 수 있습니다: ${up}`,
        en: `Credentials, permissions, instance type and limits were looked at; nothing stands in the way: ${up}`,
      };
}
