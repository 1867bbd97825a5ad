import { waitsForDatabase } from '../../core/images';
import type { Service } from './exercise';

type Services = Readonly<Record<string, Service>>;

/** Groups services that may start together; one that exits without its dependency is held back until that is ready. */
export function wavesOf(services: Services, needs = heldBackBy): string[][] {
  const waves: string[][] = [];
  const started = new Set<string>();
  let waiting = Object.keys(services);
  while (waiting.length > 0) {
    const wave = waiting.filter((name) => needs(services, name).every((one) => started.has(one)));
    if (wave.length === 0) throw new Error(`depends_on goes in a circle: ${waiting.join(', ')}`);
    waves.push(wave);
    wave.forEach((name) => started.add(name));
    waiting = waiting.filter((name) => !started.has(name));
  }
  return waves;
}

/** The services of the same state that must be ready before this one may start. */
export function heldBackBy(services: Services, name: string): string[] {
  const service = services[name];
  if (!service || waitsForDatabase.has(service.image)) return [];
  return Object.keys(service.depends_on ?? {}).filter((dependency) => dependency in services);
}

/** The services that this one names as its dependencies; throws on one that is not there. */
export function dependenciesOf(services: Services, name: string): string[] {
  const named = Object.keys(services[name]?.depends_on ?? {});
  const unknown = named.find((one) => !(one in services));
  if (unknown === undefined) return named;
  throw new Error(`depends_on ${name} → ${unknown}: there is no service '${unknown}'`);
}
