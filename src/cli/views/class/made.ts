import { join } from 'node:path';

import { shellLine } from '../../../core/shell/command';
import { typed } from '../../../core/shell/typed';
import { practiceVm } from '../../../class/config/fleet';
import { awsFailure } from '../../../class/aws/client';
import type { MadeVm } from '../../../class/up';
import { localMinute } from '../../../core/local-minute';
import type { Text } from '../../../core/text';
import { say } from '../../language';
import { printByReason } from './by-reason';
import type { ClassCommand } from './command';
import { mostListed } from './names';
import { problemLine, remedyLines } from '../problem';
import { mark, print, printLine } from '../terminal';

/** What became of a student's VM once it was waited for. */
export interface Outcome extends MadeVm {
  readonly ready?: boolean;
}

/** Whether the VM is there, ready as far as it was waited for, and opened by the key of this computer. */
export function isFine({ instance, said, ready, failure }: Outcome): boolean {
  return instance !== undefined && said === undefined && ready !== false && !failure;
}

/** Tells what became of a class: each VM, or of many only the number, what failed and why, and the next step. */
export function tellMade(
  keyFolder: string,
  outcomes: readonly Outcome[],
  general: readonly string[],
  command: ClassCommand,
): void {
  const fine = outcomes.filter(isFine);
  const bad = outcomes.filter((one) => !isFine(one));
  if (fine.length > mostListed) print(`${mark.passed} ${say(many(fine))}`);
  else fine.forEach((one) => tellOne(keyFolder, one));
  if (bad.length > mostListed)
    printByReason(
      bad.map((one) => ({
        name: one.name,
        key: one.failure?.code ?? one.said ?? '',
        reason: reasonOf(one),
      })),
    );
  else bad.forEach((one) => tellOne(keyFolder, one));
  const refused = general.map((said) => ({ said, failure: awsFailure(said) }));
  refused.forEach(({ said, failure }) =>
    print(`${mark.failed} ${failure ? problemLine(failure.problem) : said}`),
  );
  const failures = [...outcomes, ...refused].flatMap(({ failure }) => failure ?? []);
  remedyLines(failures.map(({ problem }) => problem)).forEach(printLine);
  if (bad.length > 0 || general.length > 0) print(`  ${mark.arrow} ${say(again)}`);
  const there = bad.flatMap(({ id, instance }) => (instance === undefined ? [] : [id]));
  if (there.length > 0) print(`  ${mark.arrow} ${say(anew(there, command))}`);
  untilText(fine, command).forEach((text) => print(say(text)));
  if (fine.length > 0) print(`${mark.arrow} ${say(next(fine, command))}`);
}

const loginLine = (key: string, address: string) =>
  shellLine`ssh -i ${key} ${practiceVm.user}@${address}`;

function tellOne(keyFolder: string, one: Outcome): void {
  print(`${isFine(one) ? mark.passed : mark.failed} ${one.id}  ${one.name}`);
  if (one.address) printLine(`    ${typed(loginLine(join(keyFolder, one.id), one.address))}`);
  const reason = reasonOf(one);
  if (reason) print(`    ${reason}`);
  const { log = '' } = one.failure?.values ?? {};
  if (log) log.split('\n').forEach((line) => printLine(`      ${line}`.trimEnd()));
}

function reasonOf({ said, failure }: Outcome): string | undefined {
  return failure ? problemLine(failure.problem) : said || undefined;
}

function many(fine: readonly Outcome[]): Text {
  const isWaited = fine.every(({ ready }) => ready);
  const count = fine.length;
  return isWaited
    ? {
        ko: `VM ${count}대가 준비되었습니다. 주소는 dkkb class status에서 볼 수 있습니다.`,
        en: `${count} VMs are ready; dkkb class status shows their addresses.`,
      }
    : {
        ko: `VM ${count}대가 켜졌습니다. 준비되었는지는 dkkb class status에서 볼 수 있습니다.`,
        en: `${count} VMs run; dkkb class status shows whether they are ready.`,
      };
}

/** Until when the VMs run: the earliest of their ends. */
function untilText(fine: readonly Outcome[], command: ClassCommand): Text[] {
  const [first] = fine.flatMap(({ endsAt }) => endsAt ?? []).sort();
  if (first === undefined) return [];
  const time = localMinute(first);
  return [
    {
      ko: `${time}부터 VM이 스스로 종료되어 삭제됩니다. 미루기: ${command('extend', '시간')}`,
      en: `The VMs end themselves from ${time} on, and are removed. To move that: ${command('extend', 'HOURS')}`,
    },
  ];
}

/** Cards are for VMs that are ready; those that were not waited for are looked at first. */
function next(fine: readonly Outcome[], command: ClassCommand): Text {
  const cards = command('cards');
  const status = command('status');
  return fine.every(({ ready }) => ready)
    ? {
        ko: `다음: 학생마다 나눠 줄 카드를 만듭니다: ${cards}`,
        en: `Next: make the cards that the students get: ${cards}`,
      }
    : {
        ko: `아직 준비되었는지 묻지 않았습니다. 먼저 봅니다: ${status}. 그다음 카드를 만듭니다: ${cards}`,
        en: `The VMs were not asked whether they are ready. See that first: ${status}. Then make the cards: ${cards}`,
      };
}

const again: Text = {
  ko: '같은 명령을 다시 하면 없는 것만 만들고 다시 기다립니다.',
  en: 'The same command makes what is missing, and waits again.',
};

function anew(ids: readonly string[], command: ClassCommand): Text {
  const isMany = ids.length > mostListed;
  const replace = (student: string) => command('up', '--replace', ...(isMany ? [student] : ids));
  return {
    ko: `VM을 새로 만들려면(안의 것은 사라집니다): ${replace('학생')}`,
    en: `To make a VM again (what is in it is lost): ${replace('STUDENT')}`,
  };
}
