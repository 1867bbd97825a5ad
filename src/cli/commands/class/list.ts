import { lookEverywhere, type AccountView } from '../../../class/aws/account';
import { callerIdentity } from '../../../class/aws/client';
import { isCdktfFleet } from '../../../class/config/fleet';
import { defaultRegion } from '../../../class/config/config';
import { loadPlace } from '../../../class/config/place';
import { classesIn, unseen, type ListedClass } from '../../../class/list';
import { ownerName } from '../../../class/records/owner';
import type { Text } from '../../../core/text';
import { localMinute } from '../../../core/local-minute';
import { shellLine } from '../../../core/shell/command';
import { typed } from '../../../core/shell/typed';
import { folderOf } from '../../folder';
import { say } from '../../language';
import { known } from '../../views/class/cost';
import { wonPerDollarOf } from '../../views/class/money';
import { problemJson } from '../../views/problem';
import { exit, mark, print, printJson, reporter } from '../../views/terminal';
import type { ClassOptions } from './options';

/** What is said while every region is asked. */
export const everywhere: Text = { ko: '모든 리전을 보는 중', en: 'Looking in every region' };

/** `dkkb class list`: every class of the account, in all regions; exit code 3 when a region did not answer. */
export async function classList(options: ClassOptions): Promise<number> {
  const place = loadPlace(folderOf(options), options.config ? { file: options.config } : {});
  const region = place.region ?? defaultRegion;
  const [account, view] = await reporter.step(everywhere, async () => [
    await callerIdentity(region, { anyClock: true }),
    await lookEverywhere(region),
  ]);
  if (options.output !== 'json')
    print(say({ ko: `AWS 계정: ${account}`, en: `AWS account: ${account}` }));
  const { class: only, output } = options;
  const isUnknown = only !== undefined && !isThere(view, only);
  if (!isUnknown || output === 'json') printClasses(view, output, { account, only });
  if (isUnknown && output !== 'json') tellUnknown(view, only);
  const silent = unseen(view).some(({ failure }) => failure?.code !== 'aws-denied');
  if (silent) return exit.cannot;
  return isUnknown ? exit.failed : exit.done;
}

function isThere(view: AccountView, name: string): boolean {
  return classesIn(view, new Date()).some((one) => one.name === name);
}

/** Tells that no class has that name, and which classes there are. */
function tellUnknown(view: AccountView, name: string): void {
  const text = { ko: `이런 이름의 반이 없습니다: ${name}`, en: `There is no class ${name}.` };
  print(`${mark.failed} ${say(text)}`);
  printClasses(view, undefined);
}

/** Prints the classes of an account, and the regions that were not seen. */
export function printClasses(
  view: AccountView,
  output: string | undefined,
  { account, only }: { readonly account?: string; readonly only?: string | undefined } = {},
): void {
  const classes = classesIn(view, new Date()).filter(
    ({ name }) => only === undefined || name === only,
  );
  const missed = unseen(view);
  if (output === 'json') {
    const notLooked = missed.map(({ region, failure }) => ({
      region,
      ...(failure ? { problem: problemJson(failure.problem) } : {}),
    }));
    printJson({ ...(account ? { account } : {}), classes, notLooked });
    return;
  }
  const looked = view.regions.length - missed.length;
  if (classes.length === 0)
    print(
      `${mark.passed} ${say({ ko: `리전 ${looked}개에 반이 없습니다.`, en: `There is no class in ${looked} regions.` })}`,
    );
  for (const one of classes) {
    print(`${one.running > 0 ? mark.note : mark.open} ${say(classLine(one))}`);
    print(`    ${say(howToEnd(one))}`);
  }
  if (missed.length > 0 || view.failure) {
    const names = missed.map(({ region }) => region).join(', ') || say(others);
    print(
      `${mark.unknown} ${say({ ko: `보지 못한 리전: ${names}`, en: `Not looked at: ${names}` })}`,
    );
  }
}

const others: Text = { ko: '다른 모든 리전', en: 'all other regions' };

/** A class of the account in one sentence. */
export function classLine(one: ListedClass): Text {
  const { name, regions, owners, running, off, spent, since, until } = one;
  const where = regions.join(', ');
  const whose = owners.map(ownerName).join(', ');
  const cost = known(spent, wonPerDollarOf({}));
  const ends = until ? localMinute(until) : undefined;
  const vms = running + off;
  if (vms === 0)
    return {
      ko: `${name} (${where}${whose ? `, ${whose}` : ''}): VM 없음, 다른 것 ${one.others}개가 남음`,
      en: `${name} (${where}${whose ? `, ${whose}` : ''}): no VM; ${one.others} other things are left`,
    };
  return {
    ko: `${name} (${where}${whose ? `, ${whose}` : ''}): 켜진 VM ${running}대${off ? `, 꺼진 VM ${off}대` : ''}, ${since ? `${localMinute(since)}부터` : '언제부터인지 모름'}, ${ends ? `${ends}까지` : '언제 꺼지는지 모름'}, 지금까지 ${cost.ko}`,
    en: `${name} (${where}${whose ? `, ${whose}` : ''}): VMs running: ${running}${off ? `, off: ${off}` : ''}, since ${since ? localMinute(since) : '?'}, until ${ends ?? 'somebody ends it'}, ${cost.en} so far`,
  };
}

function howToEnd({ name }: ListedClass): Text {
  if (isCdktfFleet(name))
    return {
      ko: '끝내기: 만든 프로젝트 폴더에서 npx cdktf destroy practice-vm',
      en: 'to end it, in the folder of its project: npx cdktf destroy practice-vm',
    };
  const command = typed(shellLine`dkkb class down --class ${name}`);
  return { ko: `끝내기: ${command}`, en: `to end it: ${command}` };
}
