/** When these list prices were read; all are in US dollars, on demand, for Linux, without tax. */
export const pricesOf = '2025-01';

interface Region {
  /** The price of an hour of the size `large`, by the family of instance types. */
  readonly large: Readonly<Record<string, number>>;
  /** The price of a GiB of gp3 for a month. */
  readonly disk: number;
}

/** AWS prices the sizes of these families in proportion to each other; each is given in parts of a `large`. */
const sizes: Readonly<Record<string, number>> = {
  micro: 1 / 8,
  small: 1 / 4,
  medium: 1 / 2,
  large: 1,
  xlarge: 2,
  '2xlarge': 4,
  '4xlarge': 8,
};

const regions: Readonly<Record<string, Region>> = {
  'ap-northeast-2': {
    large: {
      ...{ t3: 0.104, t3a: 0.0936, t4g: 0.0832 },
      ...{ m5: 0.118, m6i: 0.118, m7i: 0.1239, 'm7i-flex': 0.11771, m6g: 0.094, m7g: 0.1003 },
      ...{ c5: 0.096, c6i: 0.096, c7i: 0.1008, 'c7i-flex': 0.09576 },
    },
    disk: 0.0912,
  },
  'ap-northeast-1': {
    large: {
      ...{ t3: 0.1088, t4g: 0.0864 },
      ...{ m5: 0.124, m6i: 0.124, m7i: 0.1302, 'm7i-flex': 0.12369, m6g: 0.099, m7g: 0.1054 },
      ...{ c5: 0.107, c6i: 0.107, c7i: 0.11235, 'c7i-flex': 0.10673 },
    },
    disk: 0.096,
  },
  'us-east-1': {
    large: {
      ...{ t3: 0.0832, t3a: 0.0752, t4g: 0.0672 },
      ...{ m5: 0.096, m6i: 0.096, m7i: 0.1008, 'm7i-flex': 0.09576, m6g: 0.077, m7g: 0.0816 },
      ...{ c5: 0.085, c6i: 0.085, c7i: 0.08925, 'c7i-flex': 0.08479 },
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
  const [family = '', size = ''] = vm.instanceType.split('.');
  const large = regions[vm.region]?.large[family];
  const parts = sizes[size];
  const disk = diskPricePerHour(vm);
  if (large === undefined || parts === undefined || disk === undefined) return undefined;
  return large * parts + disk + publicAddressHour;
}

/** What a disk of so many GiB costs an hour at list prices; undefined where the list lacks its region. */
export function diskPricePerHour({
  region,
  disk,
}: {
  readonly region: string;
  readonly disk: number;
}): number | undefined {
  const month = regions[region]?.disk;
  return month === undefined ? undefined : (disk * month) / monthHours;
}
