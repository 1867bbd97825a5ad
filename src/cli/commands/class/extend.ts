import { extendClass, type Extended } from '../../../class/extend';
import { say } from '../../language';
import { exit, mark, print, printJson, printLine, reporter } from '../../views/terminal';
import { UsageError } from '../../usage-error';
import { classOf, hoursLeft, type ClassOptions } from './shared';

interface ExtendOptions extends ClassOptions {
  readonly student?: readonly string[];
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
  const session = await classOf(options);
  const text = { ko: '종료 시각을 미루는 중', en: 'Moving the deadlines' };
  const vms = await reporter.step(text, () => extendClass(session, amount, options.student));
  if (options.output === 'json') printJson({ class: session.fleet, hours: amount, vms });
  else tell(vms, amount);
  return vms.length > 0 && vms.every(({ extended }) => extended) ? exit.done : exit.failed;
}

function tell(vms: readonly Extended[], hours: number): void {
  if (vms.length === 0)
    print(
      `${mark.failed} ${say({ ko: '켜져 있는 VM이 없습니다.', en: 'There is no VM to extend.' })}`,
    );
  for (const { id, extended, hoursLeft: left, said } of vms)
    print(
      extended
        ? `${mark.passed} ${id}  ${say({ ko: `${hoursLeft(left)} 남음`, en: `${hoursLeft(left)} left` })}`
        : `${mark.failed} ${id}  ${said === 'none' ? say({ ko: 'VM 없음', en: 'no VM' }) : said}`,
    );
  const rest = vms.flatMap(({ id, extended }) => (extended ? [] : [id]));
  if (rest.length === 0) return;
  const command = `dkkb class extend ${hours} --student ${rest.join(' ')}`;
  print(
    `  ${mark.arrow} ${say({
      ko: `\`dkkb class status\`에서 남은 시간을 본 뒤, 미뤄지지 않은 VM만 다시 합니다:`,
      en: 'See in `dkkb class status` how long they have, then do it again for these alone:',
    })}`,
  );
  printLine(`      ${command}`);
}
