import type { VmStatus } from '../../class/status';
import type { Text } from '../../core/text';
import { dollars } from './dollars';

/** Whether a VM runs and, where it was asked, is ready. */
export function isFine({ state, ready }: VmStatus): boolean {
  return state === 'running' && ready !== false;
}

/** How many VMs of a class can be used, and what all have cost so far; no sum when the price of one is unknown. */
export function sumOf(rows: readonly VmStatus[]): Text {
  const fine = rows.filter(isFine).length;
  const cost = costText(rows);
  return {
    ko: `${rows.length}명 중 ${fine}명의 VM이 쓸 수 있는 상태이고, ${cost.ko}.`,
    en: `${fine} of ${rows.length} VMs can be used; ${cost.en}.`,
  };
}

function costText(rows: readonly VmStatus[]): Text {
  const running = rows.filter(({ state }) => state !== 'none' && state !== 'terminated');
  if (running.some(({ cost }) => cost === undefined))
    return {
      ko: '이 유형과 리전의 정가는 모릅니다',
      en: 'no list price is known here for this type and region',
    };
  const cost = dollars(running.reduce((sum, row) => sum + (row.cost ?? 0), 0));
  return {
    ko: `지금까지 정가로 어림하여 ${cost}입니다`,
    en: `so far about ${cost} by list prices`,
  };
}
