import type { CloudResource } from './aws/resource';
import type { ClassConfig } from './config/load';
import { diskPricePerHour, pricePerHour } from './config/prices';

/** An estimate at list prices; what has no list price is named and not in the sum. */
export interface Cost {
  /** In US dollars. */
  readonly dollars: number;
  /** The types without a list price, each with its region: `t9.large (ap-northeast-2)`. */
  readonly unpriced: readonly string[];
}

/** What VMs will cost until they end themselves. */
export interface CostAhead extends Cost {
  /** How many VMs are not in the sum, because nobody knows when they end. */
  readonly endless: number;
}

const hour = 3_600_000;
/** The disk of a VM whose own is not known, in GiB: the default of the configuration. */
const usualDisk = { disk: 30 };

/** What the VMs have cost since they were last started; `otherwise` is for a VM whose disk is not known. */
export function spentBy(
  vms: readonly CloudResource[],
  now: Date,
  otherwise: Pick<ClassConfig, 'disk'> = usualDisk,
): Cost {
  return addUp(
    vms.filter(isCharged).map((vm) => {
      const since = Date.parse(vm.launchedAt ?? '');
      return priced(vm, Math.max(0, now.getTime() - since) / hour, otherwise);
    }),
  );
}

/** What the VMs will cost from now on, each until its own end; a VM that is off does not end itself. */
export function stillToSpend(
  vms: readonly CloudResource[],
  now: Date,
  otherwise: Pick<ClassConfig, 'disk'> = usualDisk,
): CostAhead {
  const charged = vms.filter((vm) => isCharged(vm) && vm.state !== 'shutting-down');
  const ending = charged.filter((vm) => !isOff(vm) && !Number.isNaN(endOf(vm)));
  const costs = ending.map((vm) =>
    priced(vm, Math.max(0, endOf(vm) - now.getTime()) / hour, otherwise),
  );
  return { ...addUp(costs), endless: charged.length - ending.length };
}

/** What the VMs cost in so many hours more; a VM that is off is left out. */
export function costOfHours(
  vms: readonly CloudResource[],
  hours: number,
  otherwise: Pick<ClassConfig, 'disk'> = usualDisk,
): Cost {
  return addUp(
    vms.filter((vm) => isCharged(vm) && !isOff(vm)).map((vm) => priced(vm, hours, otherwise)),
  );
}

/** What so many new VMs of a class cost for its hours. */
export function costOfNew(
  { region, instanceType, disk, hours }: Pick<ClassConfig, CostKeys>,
  count: number,
): Cost {
  const vm = { kind: 'instance', id: '', region, type: instanceType, disk } as const;
  return priced(vm, hours * count, usualDisk);
}

type CostKeys = 'region' | 'instanceType' | 'disk' | 'hours';

/** Several costs as one. */
export function addUp(costs: readonly Cost[]): Cost {
  return {
    dollars: costs.reduce((sum, { dollars }) => sum + dollars, 0),
    unpriced: [...new Set(costs.flatMap(({ unpriced }) => unpriced))],
  };
}

/** What the instances of a class have cost so far at list prices, in US dollars; undefined where the list lacks a type. */
export function costOf(
  things: readonly CloudResource[],
  config: Pick<ClassConfig, 'disk'>,
  now: Date,
): number | undefined {
  const { dollars, unpriced } = spentBy(things, now, config);
  return unpriced.length > 0 ? undefined : dollars;
}

function priced(vm: CloudResource, hours: number, otherwise: Pick<ClassConfig, 'disk'>): Cost {
  const { region, type = '?', disk = otherwise.disk } = vm;
  const price = isOff(vm)
    ? diskPricePerHour({ region, disk })
    : pricePerHour({ region, instanceType: type, disk });
  if (price === undefined || Number.isNaN(hours))
    return { dollars: 0, unpriced: [`${type} (${region})`] };
  return { dollars: price * hours, unpriced: [] };
}

/** Whether it is a VM for which AWS still charges. */
function isCharged({ kind, state }: CloudResource): boolean {
  return kind === 'instance' && state !== 'terminated';
}

/** Whether a VM is off: then AWS charges for its disk only. */
function isOff({ state = '' }: CloudResource): boolean {
  return ['stopping', 'stopped'].includes(state);
}

function endOf({ endsAt = '' }: CloudResource): number {
  return Date.parse(endsAt);
}
