import { waitsForDatabase } from '../../core/images';
import type { Service } from './lab';

/** Groups services that may start together; one that exits without its dependency is held back until that is ready. */
export function wavesOf(services: Readonly<Record<string, Service>>): string[][] {
  const waves: string[][] = [];
  const started = new Set<string>();
  let waiting = Object.keys(services);
  while (waiting.length > 0) {
    const wave = waiting.filter((name) => mayStart(services, name, started));
    if (wave.length === 0) throw new Error(`services wait for each other: ${waiting.join(', ')}`);
    waves.push(wave);
    wave.forEach((name) => started.add(name));
    waiting = waiting.filter((name) => !started.has(name));
  }
  return waves;
}

function mayStart(
  services: Readonly<Record<string, Service>>,
  name: string,
  started: ReadonlySet<string>,
): boolean {
  const service = services[name];
  if (!service || waitsForDatabase.has(service.image)) return true;
  return heldBackBy(services, name).every((dependency) => started.has(dependency));
}

/** The services of the same state that must be ready before this one may start. */
export function heldBackBy(services: Readonly<Record<string, Service>>, name: string): string[] {
  const service = services[name];
  if (!service || waitsForDatabase.has(service.image)) return [];
  return Object.keys(service.depends_on ?? {}).filter((dependency) => dependency in services);
}
