import { money, wonPerDollarOf } from './money';

it.each([
  [0, 1400, '$0.00 (about 0 won)'],
  [0.0012, 1400, '$0.001 (about 2 won)'],
  [0.97, 1400, '$0.97 (about 1,360 won)'],
  [14.58, 1350, '$14.58 (about 19,700 won)'],
  [1234.5, 1400, '$1,234.50 (about 1,730,000 won)'],
])('shows %d dollars at %d won as %j', (dollars, rate, shown) => {
  expect(money(dollars, rate).en).toBe(shown);
});

it('says the same in Korean', () => {
  expect(money(0.97, 1400).ko).toBe('$0.97 (약 1,360원)');
});

it('takes the rate of the configuration, else a usual one', () => {
  expect(wonPerDollarOf({ wonPerDollar: 1300 })).toBe(1300);
  expect(wonPerDollarOf({ class: 'docker' })).toBe(1400);
});
