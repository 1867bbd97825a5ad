import { extendVm } from '../../actions/class-machines';
import { instancesOf } from '../../actions/class-session';
import { reachableOf } from '../../actions/class-status';
import { Failure } from '../../runtime/failure';
import { say } from '../language';
import { exit, mark, print, printJson } from '../terminal';
import { UsageError } from '../usage-error';
import { classOf, type ClassOptions } from './class-shared';

const most = 720;

/** `dkkb class extend HOURS`: moves the deadline of every running VM; exit code 1 when one refused. */
export async function classExtend(hours: string, options: ClassOptions): Promise<number> {
  const amount = Number(hours);
  if (!(amount > 0 && amount <= most))
    throw new UsageError({
      ko: `시간에는 0보다 크고 ${most} 이하인 수를 씁니다: ${hours}`,
      en: `Hours are a number, more than 0 and at most ${most}: ${hours}`,
    });
  const session = await classOf(options);
  const instances = await instancesOf(session);
  const results = await Promise.all(
    instances.map(async (thing) => {
      const vm = reachableOf(thing);
      const said = vm
        ? await extendVm(session, vm, amount).catch(reasonOf)
        : (thing.state ?? 'unknown');
      return { id: thing.student ?? thing.id, extended: said === undefined, said: said ?? '' };
    }),
  );
  if (options.output === 'json') printJson({ class: session.fleet, hours: amount, vms: results });
  else
    results.forEach(({ id, extended, said }) =>
      print(`${extended ? mark.passed : mark.failed} ${[id, said].filter(Boolean).join('  ')}`),
    );
  if (results.length === 0)
    print(
      `${mark.failed} ${say({ ko: '켜져 있는 VM이 없습니다.', en: 'There is no VM to extend.' })}`,
    );
  return results.length > 0 && results.every(({ extended }) => extended) ? exit.done : exit.failed;
}

function reasonOf(error: unknown): string {
  if (error instanceof Failure) return error.values['said'] || error.code;
  throw error;
}
