import { isMapping, type Fault } from '../../../core/repair/goal';
import type { EngineState } from '../../model/exercise';

/** What Compose refuses under `depends_on`: a service itself, one that has to start after it, one that is not there, and what is no list. */
export function turnedAround(tree: unknown, { services: wanted = {} }: EngineState): Fault[] {
  const services = isMapping(tree) ? tree['services'] : undefined;
  if (!isMapping(services)) return [];
  return Object.entries(services).flatMap(([service, fields]) => {
    if (!isMapping(fields) || !('depends_on' in fields)) return [];
    const written = fields['depends_on'];
    const all = ['services', service, 'depends_on'];
    if (typeof written !== 'object' || written === null)
      return [{ kind: 'unknown', path: all, found: written, weight: 1.5 }];
    const places = placesIn(written);
    return places
      .filter(({ name }) => {
        const isAfter = service in (wanted[name]?.depends_on ?? {});
        return name === service || isAfter || !(name in services);
      })
      .map(({ name, step }): Fault => {
        // Compose takes no `depends_on` with nothing beneath it.
        const path = places.length === 1 ? all : [...all, step];
        return { kind: 'unknown', path, found: name, weight: 1.5 };
      });
  });
}

interface Place {
  readonly name: string;
  readonly step: string | number;
}

function placesIn(written: unknown): Place[] {
  if (Array.isArray(written)) return written.map((name, step) => ({ name: String(name), step }));
  return isMapping(written) ? Object.keys(written).map((name) => ({ name, step: name })) : [];
}
