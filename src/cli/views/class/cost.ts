import type { ClassCost } from '../../../class/budget';
import type { ClassConfig } from '../../../class/config/load';
import type { Cost } from '../../../class/cost';
import { pricesOf } from '../../../class/config/prices';
import type { Text } from '../../../core/text';
import { money, wonPerDollarOf } from './money';

/** What a class costs, in a few sentences: what was spent, what is to come, and whether it is more than the budget. */
export function costTexts(config: ClassConfig, cost: ClassCost): Text[] {
  const { spent, ahead, made, total, isDear } = cost;
  const rate = wonPerDollarOf(config);
  const all = known(total, rate);
  const parts = joined([
    part({ ko: '지금까지', en: 'so far' }, spent, rate),
    part({ ko: '있는 VM이 꺼질 때까지', en: 'what runs until its end' }, ahead, rate),
    ...(made.dollars > 0 || made.unpriced.length > 0
      ? [part({ ko: '새 VM', en: 'new VMs' }, made, rate)]
      : []),
  ]);
  const hasOld = spent.dollars + ahead.dollars > 0;
  return [
    {
      ko: `비용(어림): 모두 ${all.ko}${hasOld ? ` — ${parts.ko}` : ''} (${pricesOf} 정가, 1달러 ${rate.toLocaleString('en-US')}원, 세금과 전송료 제외${config.spot ? ', 스팟은 보통 더 쌈' : ''})`,
      en: `cost (an estimate): ${all.en} in all${hasOld ? `: ${parts.en}` : ''} (list prices of ${pricesOf}, ${rate.toLocaleString('en-US')} won a dollar, without tax and traffic${config.spot ? '; spot is mostly cheaper' : ''})`,
    },
    ...(isDear ? [dear(config.budget ?? 0, rate)] : []),
    ...(total.unpriced.length > 0 ? [unpriced(total.unpriced)] : []),
    ...(ahead.endless > 0 ? [endless(ahead.endless)] : []),
  ];
}

/** A cost, or that no price of it is known. */
export function known({ dollars, unpriced }: Cost, rate: number): Text {
  if (dollars === 0 && unpriced.length > 0) return { ko: '정가를 모름', en: 'no known price' };
  return money(dollars, rate);
}

function part(name: Text, cost: Cost, rate: number): Text {
  const { ko, en } = known(cost, rate);
  return { ko: `${name.ko} ${ko}`, en: `${name.en} ${en}` };
}

function joined(parts: readonly Text[]): Text {
  const of = (language: keyof Text) => parts.map((one) => one[language]).join(', ');
  return { ko: of('ko'), en: of('en') };
}

function dear(budget: number, rate: number): Text {
  const { ko, en } = money(budget, rate);
  return {
    ko: `! 설정 파일의 예산(budget) ${ko}보다 많습니다.`,
    en: `! That is more than the budget of the configuration, ${en}.`,
  };
}

function unpriced(types: readonly string[]): Text {
  const list = types.join(', ');
  return {
    ko: `! 정가를 모르는 유형이라 합계에 들어 있지 않습니다: ${list}. https://aws.amazon.com/ec2/pricing/ 에서 봅니다.`,
    en: `! Not in the sum, because no list price is known here: ${list}; see https://aws.amazon.com/ec2/pricing/`,
  };
}

function endless(count: number): Text {
  return {
    ko: `! VM ${count}대는 언제 꺼지는지 알 수 없어 앞으로의 비용에 들어 있지 않습니다. \`dkkb class down\`까지 비용이 나옵니다.`,
    en: `! ${count} VMs do not say when they end, so what they will cost is not in the sum. They cost until \`dkkb class down\`.`,
  };
}
