import type { CloudResource } from './aws/resource';
import { costOf, costOfNew, spentBy, stillToSpend } from './cost';

const now = new Date('2026-03-02T12:00:00Z');
/** t3.medium in Seoul: 0.052, 30 GiB of gp3, and the address. */
const [machine, disk, address] = [0.052, (30 * 0.0912) / 730, 0.005];
const anHour = machine + disk + address;

const vm: CloudResource = {
  kind: 'instance',
  id: 'i-1',
  region: 'ap-northeast-2',
  state: 'running',
  type: 't3.medium',
  disk: 30,
  launchedAt: '2026-03-02T10:00:00Z',
  endsAt: '2026-03-02T18:00:00Z',
};

it('counts each VM from its own start, with its own type and disk', () => {
  const larger = { ...vm, type: 't3.large', disk: 60, launchedAt: '2026-03-02T11:00:00Z' };
  expect(spentBy([vm, larger], now).dollars).toBeCloseTo(
    2 * anHour + (2 * machine + 2 * disk + address),
    10,
  );
});

it('counts only the disk of a VM that is off', () => {
  expect(spentBy([{ ...vm, state: 'stopped' }], now).dollars).toBeCloseTo(2 * disk, 10);
});

it('counts no VM that is gone, and nothing that is not a VM', () => {
  const things: CloudResource[] = [
    { ...vm, state: 'terminated' },
    { ...vm, kind: 'volume' },
  ];
  expect(spentBy(things, now)).toEqual({ dollars: 0, unpriced: [] });
});

it('names a type without a list price once, and still counts the others', () => {
  const odd = { ...vm, type: 'x9.large' };
  const { dollars, unpriced } = spentBy([odd, vm, odd, { ...vm, region: 'xx-east-1' }], now);
  expect(dollars).toBeCloseTo(2 * anHour, 10);
  expect(unpriced).toEqual(['x9.large (ap-northeast-2)', 't3.medium (xx-east-1)']);
});

it('takes the disk of the configuration where the disk of a VM is not known', () => {
  const { disk: _, ...unknown } = vm;
  expect(spentBy([unknown], now, { disk: 30 }).dollars).toBeCloseTo(2 * anHour, 10);
  expect(costOf([unknown], { disk: 30 }, now)).toBeCloseTo(2 * anHour, 10);
  expect(costOf([{ ...vm, type: 'x9.large' }], { disk: 30 }, now)).toBeUndefined();
});

it('counts what is still to come until the end of each VM', () => {
  const later = { ...vm, endsAt: '2026-03-02T20:00:00Z' };
  const { dollars, unpriced, endless } = stillToSpend([vm, later], now);
  expect(dollars).toBeCloseTo(14 * anHour, 10);
  expect({ unpriced, endless }).toEqual({ unpriced: [], endless: 0 });
});

it('tells how many VMs have no known end: without a deadline, with an unreadable one, and off', () => {
  const { endsAt: _, ...without } = vm;
  const odd = { ...vm, endsAt: 'tomorrow' };
  const off = { ...vm, state: 'stopped' };
  expect(stillToSpend([without, odd, off, vm], now)).toMatchObject({ endless: 3, unpriced: [] });
});

it('expects nothing more from a VM that is past its end, or that is being ended', () => {
  const past = { ...vm, endsAt: '2026-03-02T11:00:00Z' };
  expect(stillToSpend([past, { ...vm, state: 'shutting-down' }], now)).toEqual({
    dollars: 0,
    unpriced: [],
    endless: 0,
  });
});

it('estimates new VMs for the hours of the class', () => {
  const config = { region: 'ap-northeast-2', instanceType: 't3.medium', disk: 30, hours: 8 };
  expect(costOfNew(config, 2).dollars).toBeCloseTo(16 * anHour, 10);
  expect(costOfNew({ ...config, instanceType: 'x9.large' }, 2)).toEqual({
    dollars: 0,
    unpriced: ['x9.large (ap-northeast-2)'],
  });
});
