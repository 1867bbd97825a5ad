import { isAlive, type CloudResource } from './aws/resource';
import { isMade, type VmChange } from './changes';
import type { ClassConfig } from './config/load';
import { addUp, costOfNew, spentBy, stillToSpend, type Cost, type CostAhead } from './cost';

/** What a class costs, by what runs and what would be made; estimates at list prices. */
export interface ClassCost {
  /** What the VMs that exist have cost so far. */
  readonly spent: Cost;
  /** What they will cost, each until its own end. */
  readonly ahead: CostAhead;
  /** What the new VMs will cost in their hours. */
  readonly made: Cost;
  /** All of it. */
  readonly total: Cost;
  /** Whether it is more than the configuration allows. */
  readonly isDear: boolean;
}

/** The costs of a class once the changes are made. A VM that is replaced costs no more from then on. */
export function costOfClass(
  config: ClassConfig,
  things: readonly CloudResource[],
  changes: readonly VmChange[],
  now: Date,
): ClassCost {
  const vms = things.filter(({ kind, state = '' }) => kind === 'instance' && isAlive(state));
  const replaced = new Set(
    changes.flatMap(({ work, vm }) => (work === 'replaced' && vm ? [vm.id] : [])),
  );
  const spent = spentBy(vms, now, config);
  const ahead = stillToSpend(
    vms.filter(({ id }) => !replaced.has(id)),
    now,
    config,
  );
  const made = costOfNew(config, changes.filter(isMade).length);
  const total = addUp([spent, ahead, made]);
  const { budget } = config;
  return { spent, ahead, made, total, isDear: budget !== undefined && total.dollars > budget };
}
