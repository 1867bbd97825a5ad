/** When these list prices were read; all are in US dollars, without tax. */
export const pricesOf = '2025-01';

interface Region {
  /** The price of an hour on demand, by instance type. */
  readonly hour: Readonly<Record<string, number>>;
  /** The price of a GiB of gp3 for a month. */
  readonly disk: number;
}

const regions: Readonly<Record<string, Region>> = {
  'ap-northeast-2': {
    hour: {
      't3.small': 0.026,
      't3.medium': 0.052,
      't3.large': 0.104,
      't3.xlarge': 0.208,
      't4g.small': 0.0208,
      't4g.medium': 0.0416,
      't4g.large': 0.0832,
    },
    disk: 0.0912,
  },
  'us-east-1': {
    hour: {
      't3.small': 0.0208,
      't3.medium': 0.0416,
      't3.large': 0.0832,
      't3.xlarge': 0.1664,
      't4g.small': 0.0168,
      't4g.medium': 0.0336,
      't4g.large': 0.0672,
    },
    disk: 0.08,
  },
};

const publicAddressHour = 0.005;
const monthHours = 730;

/** What one VM costs an hour at list prices: the machine on demand, its disk and its address; undefined where the list lacks its type. */
export function pricePerHour(vm: {
  readonly region: string;
  readonly instanceType: string;
  readonly disk: number;
}): number | undefined {
  const region = regions[vm.region];
  const machine = region?.hour[vm.instanceType];
  if (region === undefined || machine === undefined) return undefined;
  return machine + (vm.disk * region.disk) / monthHours + publicAddressHour;
}
