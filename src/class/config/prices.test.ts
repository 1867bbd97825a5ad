import { pricePerHour } from './prices';

/** The price without the disk and the address. */
const machine = (region: string, instanceType: string) => {
  const price = pricePerHour({ region, instanceType, disk: 0 });
  return price === undefined ? undefined : Number((price - 0.005).toFixed(5));
};

// Some prices as AWS writes them, so that a family's price and its sizes are held against the list.
it.each([
  ['ap-northeast-2', 't3.micro', 0.013],
  ['ap-northeast-2', 't3.medium', 0.052],
  ['ap-northeast-2', 't4g.micro', 0.0104],
  ['ap-northeast-2', 't4g.xlarge', 0.1664],
  ['ap-northeast-2', 'm7g.2xlarge', 0.4012],
  ['ap-northeast-2', 'm7i-flex.large', 0.11771],
  ['ap-northeast-2', 'm7i-flex.xlarge', 0.23542],
  ['ap-northeast-1', 't4g.small', 0.0216],
  ['ap-northeast-1', 't4g.xlarge', 0.1728],
  ['ap-northeast-1', 'm7g.4xlarge', 0.8432],
  ['ap-northeast-1', 'm7i-flex.large', 0.12369],
  ['us-east-1', 't3.micro', 0.0104],
  ['us-east-1', 't4g.small', 0.0168],
  ['us-east-1', 'c7i-flex.large', 0.08479],
  ['us-east-1', 'm7g.4xlarge', 0.6528],
  ['us-east-1', 'm7i-flex.4xlarge', 0.76608],
])('knows the list price of %s %s', (region, type, price) => {
  expect(machine(region, type)).toBe(price);
});

it.each([
  ['ap-northeast-2', 'x9.large'],
  ['ap-northeast-2', 't3.metal'],
  ['xx-east-1', 't3.medium'],
])('knows no price of %s %s', (region, type) => {
  expect(machine(region, type)).toBeUndefined();
});
