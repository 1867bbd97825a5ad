import { closesAny } from '../../../class/access';
import type { ClassCost } from '../../../class/budget';
import { changesExisting } from '../../../class/changes';
import type { ClassPlan } from '../../../class/plan';
import { ownerName, strangersOf } from '../../../class/records/owner';
import type { Text } from '../../../core/text';
import { confirm } from '../../confirm';
import { say } from '../../language';
import { chat, mark } from '../../views/terminal';

/** Asks for a yes where `up` would change what exists, or where the costs are not what a teacher would expect; nothing else is asked. */
export async function agreed(
  plan: ClassPlan,
  cost: ClassCost,
  { yes = false }: { readonly yes?: boolean },
): Promise<boolean> {
  const reasons = reasonsToAsk(plan, cost);
  if (reasons.length === 0 || yes) return true;
  const text = (language: keyof Text) => reasons.map((one) => one[language]).join(' ');
  if (await confirm({ ko: `${text('ko')} 계속할까요?`, en: `${text('en')} Go on?` })) return true;
  reasons.forEach((one) => chat(`${mark.unknown} ${say(one)}`));
  chat(`${mark.failed} ${say(nothingDone)}`);
  return false;
}

function reasonsToAsk(plan: ClassPlan, { isDear: dear, made }: ClassCost): Text[] {
  const { changes, owner, things, access } = plan;
  return [
    ...(changes.some(changesExisting) ? [changesWhatExists] : []),
    ...(closesAny(access) ? [closes] : []),
    ...strangersOf(owner, things).map(takesOver),
    ...(dear && made.dollars > 0 ? [isDear] : []),
    ...(made.unpriced.length > 0 ? [isUnpriced] : []),
  ];
}

const changesWhatExists: Text = {
  ko: '이미 있는 VM이 위와 같이 바뀝니다.',
  en: 'VMs that exist are changed as shown above.',
};

const closes: Text = {
  ko: '지금 접속할 수 있는 주소나 포트가 위와 같이 닫힙니다.',
  en: 'Addresses or ports that may connect now are closed as shown above.',
};

function takesOver(owner: string): Text {
  const name = ownerName(owner);
  return {
    ko: `${name}의 반을 넘겨받습니다.`,
    en: `The class of ${name} becomes yours.`,
  };
}

const isDear: Text = {
  ko: '비용이 설정 파일의 예산보다 많습니다.',
  en: 'The costs are higher than the budget of the configuration.',
};

const isUnpriced: Text = {
  ko: '정가를 모르는 유형이라 비용을 어림할 수 없습니다.',
  en: 'No list price of the type is known, so its costs cannot be estimated.',
};

const nothingDone: Text = {
  ko: '아무것도 바꾸지 않았습니다. 그대로 하려면 같은 명령에 --yes를 붙입니다.',
  en: 'Nothing was changed. To do it, add --yes to the same command.',
};
