import { usualRate } from '../../../class/config/config';
import type { Text } from '../../../core/text';

/** An amount in won is an estimate: so many digits of it are told. */
const tellingDigits = 3;

/** An amount of US dollars, with what it is in won: `$0.97 (about 1,360 won)`. */
export function money(dollars: number, wonPerDollar: number): Text {
  const shown = dollarsText(dollars);
  const won = wonText(dollars * wonPerDollar);
  return { ko: `${shown} (약 ${won}원)`, en: `${shown} (about ${won} won)` };
}

/** How many won a dollar is by the configuration of a class. */
export function wonPerDollarOf(config: object): number {
  const { wonPerDollar } = config as { readonly wonPerDollar?: number };
  return wonPerDollar ?? usualRate;
}

function dollarsText(dollars: number): string {
  // What is less than a cent would look like nothing.
  const digits = dollars > 0 && dollars < 0.01 ? 3 : 2;
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return `$${dollars.toLocaleString('en-US', options)}`;
}

function wonText(won: number): string {
  return Math.round(Number(won.toPrecision(tellingDigits))).toLocaleString('en-US');
}
