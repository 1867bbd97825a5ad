import { resolve } from 'node:path';

import { makeClassCards, type Cardless, type ClassCards } from '../../../class/cards/student-cards';
import { toldApart } from '../../../class/config/students';
import type { Text } from '../../../core/text';
import { say, spokenLanguage } from '../../language';
import { printByReason } from '../../views/class/by-reason';
import type { ClassCommand } from '../../views/class/command';
import { mostListed, names } from '../../views/class/names';
import { printProblem, problemJson } from '../../views/problem';
import { exit, mark, print, printJson, reporter } from '../../views/terminal';
import { classCommand, type ClassOptions } from './options';
import { mustBeHere, seenClassOf } from './shared';

interface CardsOptions extends ClassOptions {
  readonly to: string;
}

/** `dkkb class cards`: makes login cards and an archive for each student; exit code 1 when a student has no card, 3 without a browser. */
export async function classCards(options: CardsOptions): Promise<number> {
  const session = await seenClassOf(options);
  await mustBeHere(session);
  const folder = resolve(options.to);
  const text = { ko: '카드를 만드는 중', en: 'Making the cards' };
  const result = await reporter.step(text, () => makeClassCards(session, folder, spokenLanguage()));
  const { cards, missing, made } = result;
  if (options.output === 'json')
    printJson({
      class: session.fleet,
      folder,
      html: made?.html ?? null,
      pdf: made?.pdf ?? null,
      cards,
      missing,
      problems: made?.unprinted ? [problemJson(made.unprinted.problem)] : [],
    });
  else tell(result, folder, (...words) => classCommand(options, ...words));
  if (missing.length > 0) return exit.failed;
  return made?.unprinted ? exit.cannot : exit.done;
}

function tell({ cards, missing, made }: ClassCards, folder: string, command: ClassCommand): void {
  tellMissing(missing);
  remedies(missing, command).forEach((text) => print(`  ${mark.arrow} ${say(text)}`));
  if (!made) return;
  const count = cards.length;
  print(
    `${mark.passed} ${say({ ko: `카드 ${count}장을 만들었습니다: ${folder}`, en: `Made ${count} ${count === 1 ? 'card' : 'cards'}: ${folder}` })}`,
  );
  print(`  ${say({ ko: '인쇄할 파일', en: 'to print' })}: ${made.pdf ?? made.html}`);
  print(
    `  ${say({
      ko: '학생마다 .tar.gz 파일이 하나씩 있습니다. 개인 키가 들어 있으니 그 학생에게만 줍니다.',
      en: 'Beside it is one .tar.gz a student. It has the private key: give it to that student only.',
    })}`,
  );
  const labelOf = toldApart(cards);
  const silent = cards.filter(({ answered }) => !answered);
  if (silent.length > 0)
    print(
      `${mark.note} ${say({
        ko: `아직 한 번도 응답하지 않은 VM의 카드입니다: ${say(names(silent.map(labelOf)))}. 나눠 주기 전에 VM의 상태를 봅니다: ${command('status')}`,
        en: `These cards are for VMs that have never answered: ${say(names(silent.map(labelOf)))}. See them before you hand the cards out: ${command('status')}`,
      })}`,
    );
  if (made.unprinted) printProblem(made.unprinted.problem);
}

/** Each student without a card, or of many each reason once. */
function tellMissing(missing: readonly Cardless[]): void {
  if (missing.length <= mostListed) {
    missing.forEach(({ id, name, reason }) =>
      print(`${mark.failed} ${id}  ${name}  ${say(reasons[reason])}`),
    );
    return;
  }
  printByReason(
    missing.map(({ name, reason }) => ({ name, key: reason, reason: say(reasons[reason]) })),
  );
}

const reasons: Readonly<Record<Cardless['reason'], Text>> = {
  'no-vm': { ko: '아직 VM이 없습니다', en: 'has no VM yet' },
  'no-address': { ko: 'VM이 켜져 있지 않습니다', en: 'has a VM that does not run' },
  'no-key': {
    ko: '이 컴퓨터에 그 VM의 개인 키가 없습니다',
    en: 'has a VM whose private key is not on this machine',
  },
  'no-note': {
    ko: '어떤 키로 만든 VM인지 알 수 없습니다(태그 dkkb:keys가 없음)',
    en: 'has a VM that does not say with which key it was made (no tag dkkb:keys)',
  },
  'other-key': {
    ko: '이 컴퓨터에 있는 키는 그 VM을 만들 때 쓴 키가 아닙니다',
    en: 'has a VM that was made with another key than the one on this machine',
  },
};

function remedies(missing: readonly Cardless[], command: ClassCommand): Text[] {
  const lost = missing.filter(({ reason }) => /key$|note$/.test(reason)).map(({ id }) => id);
  return [
    ...(missing.length > lost.length
      ? [
          {
            ko: `없는 VM은 만들고 꺼진 VM은 켠 뒤 다시 합니다: ${command('up')}`,
            en: `Make what is missing and start what is off, then do this again: ${command('up')}`,
          },
        ]
      : []),
    ...(lost.length > 0
      ? [
          {
            ko: 'VM을 만든 컴퓨터에서 반을 내보내고(dkkb class export 파일) 여기로 가져온 뒤(dkkb class import 파일) 다시 합니다.',
            en: 'Carry the class over from the computer that made it (dkkb class export FILE there, dkkb class import FILE here), then do this again.',
          },
          {
            ko: `그럴 수 없으면 VM을 새로 만듭니다. 그 안의 것은 사라집니다: ${command('up', '--replace', ...lost)}`,
            en: `Where that cannot be, make the VM again; what is in it is lost: ${command('up', '--replace', ...lost)}`,
          },
        ]
      : []),
  ];
}
