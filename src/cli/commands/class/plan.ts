import { planClass, type ClassPlan } from '../../../class/plan';
import { stops } from '../../../class/preflight';
import type { ClassConfig } from '../../../class/config/load';
import type { Text } from '../../../core/text';
import { say } from '../../language';
import { problemJson, printProblem } from '../../views/problem';
import { exit, mark, print, printJson } from '../../views/terminal';
import { dollars } from '../../views/dollars';
import { classOf, type ClassOptions } from './shared';

/** `dkkb class plan`: says what `up` would make, for how long, for how much, and what would stop it; makes nothing. Exit code 1 where something would stop it. */
export async function classPlan(options: ClassOptions): Promise<number> {
  const session = await classOf(options);
  const plan = await planClass(session);
  const problems = plan.problems.map(problemJson);
  if (options.output === 'json') printJson({ class: session.fleet, ...plan, problems });
  else tell(session.config, plan);
  return plan.problems.some(stops) ? exit.failed : exit.done;
}

function tell(config: ClassConfig, plan: ClassPlan): void {
  const { students, hours, instanceType, region, disk, ubuntu, spot } = config;
  const { missing, there, leaving } = plan;
  print(
    say({
      ko: `반: ${config.class} (${region}, ${instanceType}, ${disk} GiB, Ubuntu ${ubuntu}${spot ? ', 스팟' : ''})`,
      en: `class: ${config.class} (${region}, ${instanceType}, ${disk} GiB, Ubuntu ${ubuntu}${spot ? ', spot' : ''})`,
    }),
  );
  print(say({ ko: `AWS 계정: ${plan.account}`, en: `AWS account: ${plan.account}` }));
  print(
    say({
      ko: `학생 ${students.length}명 중 새로 만들 VM ${missing.length}대, 이미 있는 VM ${there.length}대`,
      en: `students: ${students.length}; VMs to make: ${missing.length}, already there: ${there.length}`,
    }),
  );
  if (missing.length > 0) print(`  + ${missing.join(', ')}`);
  if (leaving.length > 0)
    print(
      say({
        ko: `명단에 없지만 VM이 있는 학생(반을 끝낼 때까지 그대로 둡니다): ${leaving.join(', ')}`,
        en: `not on the roster any more, and kept until the class ends: ${leaving.join(', ')}`,
      }),
    );
  print(
    say({
      ko: `시간: 켠 뒤 ${hours}시간이 지나면 VM이 스스로 종료되어 삭제됩니다.`,
      en: `time: each VM ends itself ${hours} hours after it was started.`,
    }),
  );
  print(say(priceText(plan, spot)));
  tellProblems(plan);
}

function tellProblems({ problems }: ClassPlan): void {
  problems.forEach((problem) => printProblem(problem, ''));
  if (!problems.some(stops))
    print(`${mark.passed} ${say(problems.length > 0 ? nothingElse : nothingInTheWay)}`);
}

const nothingInTheWay: Text = {
  ko: '자격 증명, 권한, 인스턴스 유형, 한도를 확인했습니다. 이대로 만들 수 있습니다: dkkb class up',
  en: 'Credentials, permissions, instance type and limits were looked at; nothing stands in the way: dkkb class up',
};

const nothingElse: Text = {
  ko: '그 밖에 막는 것은 없습니다. 자격 증명, 권한, 인스턴스 유형, 나머지 한도를 확인했습니다: dkkb class up',
  en: 'Nothing else stands in the way of what was looked at (credentials, permissions, instance type, other limits): dkkb class up',
};

function priceText({ perHour, total, pricesOf }: ClassPlan, spot: boolean) {
  if (perHour === undefined || total === undefined)
    return {
      ko: '비용: 이 유형과 리전의 정가를 모릅니다. https://aws.amazon.com/ec2/pricing/ 에서 봅니다.',
      en: 'cost: no list price is known here for this type and region; see https://aws.amazon.com/ec2/pricing/',
    };
  return {
    ko: `비용(어림): 시간당 ${dollars(perHour)}, 모두 ${dollars(total)} (${pricesOf} 정가, 세금과 전송료 제외${spot ? ', 스팟은 보통 더 쌈' : ''})`,
    en: `cost (an estimate): ${dollars(perHour)} an hour, ${dollars(total)} in all (list prices of ${pricesOf}, without tax and traffic${spot ? '; spot is mostly cheaper' : ''})`,
  };
}
