import { resolve } from 'node:path';

import { makeClassCards, type Cardless, type ClassCards } from '../../../class/student-cards';
import type { Text } from '../../../core/text';
import { say, spokenLanguage } from '../../language';
import { printProblem, problemJson } from '../../views/problem';
import { exit, mark, print, printJson, reporter } from '../../views/terminal';
import { classOf, type ClassOptions } from './shared';

interface CardsOptions extends ClassOptions {
  readonly to: string;
}

/** `dkkb class cards`: makes login cards and an archive for each student; exit code 1 when a student has no card, 3 without a browser. */
export async function classCards(options: CardsOptions): Promise<number> {
  const session = await classOf(options);
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
  else tell(result, folder);
  if (missing.length > 0) return exit.failed;
  return made?.unprinted ? exit.cannot : exit.done;
}

function tell({ cards, missing, made }: ClassCards, folder: string): void {
  missing.forEach(({ id, name, reason }) =>
    print(`${mark.failed} ${id}  ${name}  ${say(reasons[reason])}`),
  );
  remedies(missing).forEach((text) => print(`  ${mark.arrow} ${say(text)}`));
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
  if (made.unprinted) printProblem(made.unprinted.problem);
}

const reasons: Readonly<Record<Cardless['reason'], Text>> = {
  'no-vm': { ko: '아직 VM이 없습니다', en: 'has no VM yet' },
  'no-address': { ko: 'VM이 켜져 있지 않습니다', en: 'has a VM that does not run' },
  'no-key': {
    ko: '이 컴퓨터에 그 VM의 개인 키가 없습니다',
    en: 'has a VM whose private key is not on this machine',
  },
};

function remedies(missing: readonly Cardless[]): Text[] {
  const lost = missing.filter(({ reason }) => reason === 'no-key').map(({ id }) => id);
  const command = `dkkb class up --replace ${lost.join(' ')}`;
  return [
    ...(missing.length > lost.length
      ? [
          {
            ko: '없는 VM을 만든 뒤 다시 합니다: dkkb class up',
            en: 'Make what is missing, then do this again: dkkb class up',
          },
        ]
      : []),
    ...(lost.length > 0
      ? [
          {
            ko: `키가 없는 VM은 새로 만들어야 하며, 그 안의 것은 사라집니다: ${command}`,
            en: `A VM without its key has to be made again, and what is in it is lost: ${command}`,
          },
        ]
      : []),
  ];
}
