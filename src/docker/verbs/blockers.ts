import type { Problem } from '../../core/problem';
import { stillInUse } from '../problems/removal';
import type { ContainerFacts, EngineSnapshot } from '../engine/facts';
import type { LabObject } from '../../core/verbs/removal';

/** The engine's own words for a problem that `blockersOf` describes better. */
export const inUse =
  /has active endpoints|volume is in use|is using its referenced image|must be forced/i;

/** The objects that could not be removed because containers still use them, each with the names of the containers. */
export async function blockersOf(
  left: readonly LabObject[],
  engine: EngineSnapshot,
): Promise<Problem[]> {
  if (left.length === 0) return [];
  const [containers, images] = await Promise.all([engine.containers(), engine.images()]);
  const idOf = (reference: string) => images.find((image) => image.reference === reference)?.id;
  return left.flatMap(({ kind, name }) => {
    if (kind !== 'image' && kind !== 'network' && kind !== 'volume') return [];
    const users = [...containers.values()].filter((container) => {
      if (kind === 'image') return container.imageId === idOf(name);
      return uses(container, kind, name);
    });
    if (users.length === 0) return [];
    const named = users.map((user) => user.name).join(', ');
    return [stillInUse({ kind, name, containers: named })];
  });
}

function uses(container: ContainerFacts, kind: 'network' | 'volume', name: string): boolean {
  if (kind === 'network') return name in container.networks;
  return container.mounts.some(({ type, source }) => type === 'volume' && source === name);
}
