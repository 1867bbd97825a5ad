import type { ContainerFacts } from '../../engine/facts';
import { isUnnamed } from '../make-again';

/** The volume with a name in which a database server keeps its data, and with them the account of its first start; empty where there is none. */
export function dataVolume(container: Pick<ContainerFacts, 'mounts'> | undefined): string {
  const mount = container?.mounts.find(
    ({ target, type }) => target.replace(/\/$/, '') === '/var/lib/mysql' && type === 'volume',
  );
  return mount && !isUnnamed(mount) ? mount.source : '';
}
