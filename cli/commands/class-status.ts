import { classStatus, type VmStatus } from '../../actions/class-status';
import { say } from '../language';
import { exit, mark, print, printJson } from '../terminal';
import { classOf, dollars, type ClassOptions } from './class-shared';

interface StatusOptions extends ClassOptions {
  /** False with `--no-ssh`. */
  readonly ssh: boolean;
}

/** `dkkb class status`: every VM at once; exit code 1 when one is not there or does not answer. */
export async function printClassStatus(options: StatusOptions): Promise<number> {
  const session = await classOf(options);
  const vms = await classStatus(session, options.ssh);
  if (options.output === 'json') printJson({ class: session.fleet, vms });
  else vms.forEach((vm) => print(line(vm)));
  return vms.every(isFine) ? exit.done : exit.failed;
}

function isFine({ state, ready }: VmStatus): boolean {
  return state === 'running' && ready !== false;
}

function line(vm: VmStatus): string {
  const { id, name, state, address = '-', hoursLeft, cost, said, ready } = vm;
  const words = [
    isFine(vm) ? mark.passed : mark.failed,
    id,
    name,
    state,
    address,
    ...(ready === undefined ? [] : [say(ready ? isReady : isNotReady)]),
    ...(hoursLeft === undefined
      ? []
      : [say({ ko: `${hoursLeft.toFixed(1)}시간 남음`, en: `${hoursLeft.toFixed(1)} h left` })]),
    ...(cost === undefined ? [] : [dollars(cost)]),
    ...(said ? [said] : []),
  ];
  return words.join('  ');
}

const isReady = { ko: '준비됨', en: 'ready' };
const isNotReady = { ko: '아직', en: 'not ready' };
