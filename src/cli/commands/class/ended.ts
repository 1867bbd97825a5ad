import { classesIn, unseen } from '../../../class/list';
import type { Ended } from '../../../class/down';
import type { EndedClass } from '../../../class/end-round';
import { ownerName } from '../../../class/records/owner';
import { networkInUse } from '../../../class/problems/class';
import type { Failure } from '../../../core/failure';
import type { Text } from '../../../core/text';
import { say } from '../../language';
import { money, wonPerDollarOf } from '../../views/class/money';
import { problemJson, printProblem } from '../../views/problem';
import { foreignNames, thingLines } from '../../views/class/thing-names';
import { exit, mark, print, printJson } from '../../views/terminal';
import { classLine } from './list';

/** 0 when nothing is left; 1 when something is; 3 when AWS refused, or a region did not answer, so that nobody knows. */
export function exitCodeOf({ left, unsure, view, agreed, failure }: Ended): number {
  if (failure) return exit.cannot;
  if (left.length > 0 || !agreed) return exit.failed;
  if (unsure.length > 0) return exit.cannot;
  return unseen(view).some(({ failure }) => failure?.code !== 'aws-denied')
    ? exit.cannot
    : exit.done;
}

/** Prints the end of a class for scripts. */
export function endedJson({ fleet, region }: EndedClass, ended: Ended): void {
  const { removed, left, unsure, strange, foreign, cost, view, failure } = ended;
  printJson({
    class: fleet,
    region,
    removed,
    left,
    unsure,
    strange,
    foreign,
    cost,
    ...(failure ? { problem: problemJson(failure.problem) } : {}),
    looked: view.regions.flatMap((one) => (one.failure ? [] : [one.region])),
    notLooked: unseen(view).map(({ region: name, failure }) => ({
      region: name,
      ...(failure ? { problem: problemJson(failure.problem) } : {}),
    })),
    others: othersOf(fleet, ended),
  });
}

/** Tells the end of a class: what is left and why, where was looked, and which other classes still run. */
export function tellEnded(own: EndedClass, ended: Ended, isPart: boolean): void {
  const { removed, left, unsure, foreign, agreed, cost } = ended;
  thingLines(left).forEach((line) =>
    print(`${mark.failed} ${say({ ko: '남아 있음', en: 'still there' })}: ${line}`),
  );
  thingLines(unsure).forEach((line) =>
    print(`${mark.unknown} ${say({ ko: '아직 있을 수 있음', en: 'may still be there' })}: ${line}`),
  );
  foreign.forEach((one) => {
    const { kind, id, region, owner, about, holds } = one;
    const values = { kind, id, region, owner, about, holds, what: foreignNames[kind] };
    printProblem(networkInUse(values), '');
  });
  if (ended.failure) printProblem(ended.failure.problem, '');
  if (!agreed) print(`  ${mark.arrow} ${say(addYes)}`);
  else if (left.length === 0 && isPart && removed.length > 0)
    print(`${mark.passed} ${say(partEnded(ended))}`);
  if (isPart) return;
  if (left.length + unsure.length === 0)
    print(`${sureMark(ended)} ${say(nothingLeft(own, ended))}`);
  strangersIn(own.fleet, ended).forEach((text) => print(`${mark.note} ${say(text)}`));
  tellNotLooked(ended);
  if (removed.length > 0 && cost.dollars > 0) {
    const { ko, en } = money(cost.dollars, wonPerDollarOf({}));
    print(
      say({
        ko: `켜져 있던 VM의 비용은 정가로 어림하여 ${ko}입니다.`,
        en: `By list prices the VMs that were running cost ${en}.`,
      }),
    );
  }
  tellOthers(own.fleet, ended);
}

/** What was removed of a class that goes on. */
function partEnded({ removed, going = 0 }: Ended): Text {
  return {
    ko: `${removed.length}개를 삭제했습니다. 이 반의 다른 VM ${going}대는 그대로입니다. 명단에 남아 있는 학생의 VM은 다음 \`dkkb class up\`이 다시 만듭니다.`,
    en: `Removed ${removed.length}. Other VMs of the class go on: ${going}. For students who are still on the roster, the next \`dkkb class up\` makes VMs again.`,
  };
}

/** What another owner has under the name of the class. */
function strangersIn(fleet: string, { strange }: Ended): Text[] {
  if (strange.length === 0) return [];
  const listOf = (values: readonly string[]) => [...new Set(values)].join(', ');
  const owners = listOf(strange.flatMap(({ owner }) => (owner ? [ownerName(owner)] : [])));
  const regions = listOf(strange.map(({ region }) => region));
  const vms = strange.filter(({ kind }) => kind === 'instance').length;
  return [
    {
      ko: `${regions}에는 다른 사람(${owners})이 만든 \`${fleet}\` 반이 있습니다(VM ${vms}대). 건드리지 않았습니다.`,
      en: `In ${regions} there is a class \`${fleet}\` of somebody else (${owners}), with VMs: ${vms}. It was not touched.`,
    },
  ];
}

const addYes: Text = { ko: '삭제하려면 --yes를 붙입니다.', en: 'To remove it, add --yes.' };

function sureMark({ view }: Ended): string {
  return unseen(view).length > 0 || view.failure ? mark.unknown : mark.passed;
}

function nothingLeft({ fleet }: EndedClass, { removed, strange, view }: Ended): Text {
  const looked = view.regions.length - unseen(view).length;
  const all = unseen(view).length === 0 && !view.failure;
  const ko = all ? `모든 리전(${looked}개)` : `볼 수 있었던 리전 ${looked}개`;
  const en = all
    ? `any region (${looked} looked at)`
    : `the ${looked} regions that could be looked at`;
  const gone =
    removed.length > 0
      ? { ko: `${removed.length}개를 삭제했습니다. `, en: `Removed ${removed.length}; ` }
      : {
          ko: `\`${fleet}\` 반의 것이 없었습니다. `,
          en: `Found nothing of the class \`${fleet}\`; `,
        };
  if (strange.length > 0)
    return {
      ko: `${gone.ko}${ko}에 \`${fleet}\` 반에서 내가 만든 것은 남아 있지 않습니다.`,
      en: `${gone.en}nothing that you made of \`${fleet}\` is left in ${en}.`,
    };
  return {
    ko: `${gone.ko}${ko}에 \`${fleet}\` 반의 것이 남아 있지 않습니다.`,
    en: `${gone.en}nothing of \`${fleet}\` is left in ${en}.`,
  };
}

function problemText({ problem }: Failure): Text {
  return problem.describe().message;
}

/** The regions that were not looked at, by the reason. */
function tellNotLooked({ view }: Ended): void {
  const refused = unseen(view);
  const denied = refused.filter(({ failure }) => failure?.code === 'aws-denied');
  const silent = refused.filter(({ failure }) => failure?.code !== 'aws-denied');
  const listOf = (views: typeof refused) => views.map(({ region }) => region).join(', ');
  if (view.failure)
    print(
      `${mark.unknown} ${say({
        ko: `리전의 목록을 볼 수 없어 반의 리전만 보았습니다: ${say(problemText(view.failure))}`,
        en: `The regions could not be listed, so only that of the class was looked at: ${say(problemText(view.failure))}`,
      })}`,
    );
  if (denied.length > 0)
    print(
      `${mark.unknown} ${say({
        ko: `권한이 없어 보지 못한 리전: ${listOf(denied)}`,
        en: `Regions that this account may not look at: ${listOf(denied)}`,
      })}`,
    );
  if (silent.length > 0)
    print(
      `${mark.unknown} ${say({
        ko: `응답이 없어 보지 못한 리전: ${listOf(silent)}. 잠시 뒤 같은 명령을 다시 합니다.`,
        en: `Regions that did not answer: ${listOf(silent)}. Give the same command again in a moment.`,
      })}`,
    );
}

function othersOf(fleet: string, { view }: Ended) {
  return classesIn(view, new Date()).filter(
    ({ name, running, off }) => name !== fleet && running + off > 0,
  );
}

function tellOthers(fleet: string, ended: Ended): void {
  const others = othersOf(fleet, ended);
  if (others.length === 0) return;
  print(
    `${mark.note} ${say({ ko: '이 계정에는 다른 반의 VM이 아직 있습니다:', en: 'Other classes of this account still have VMs:' })}`,
  );
  others.forEach((one) => print(`    ${say(classLine(one))}`));
}
