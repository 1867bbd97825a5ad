import type { Engine } from '../engine/engine';

/** More than the 256 events that an engine remembers. */
const events = 280;

/** Makes an engine forget its history: a volume that is made and removed adds two events. */
export async function forgetHistory({ api }: Engine): Promise<void> {
  for (let made = 0; made < events; made += 2) {
    const name = `history-${String(made)}`;
    await api.createVolume({ Name: name });
    await api.getVolume(name).remove();
  }
}
