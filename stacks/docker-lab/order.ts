import type { Service } from '../../src/docker/model/lab';

/** The services, each behind those that it depends on; throws on a name that is unknown and on a circle. */
export function orderServices(services: Readonly<Record<string, Service>>): [string, Service][] {
  const ordered = new Map<string, Service>();
  const visit = (name: string, path: readonly string[]): void => {
    if (ordered.has(name)) return;
    const service = services[name];
    const way = [...path, name].join(' → ');
    if (!service) throw new Error(`depends_on ${way}: there is no service '${name}'`);
    if (path.includes(name)) throw new Error(`depends_on goes in a circle: ${way}`);
    Object.keys(service.depends_on ?? {}).forEach((other) => visit(other, [...path, name]));
    ordered.set(name, service);
  };
  Object.keys(services).forEach((name) => visit(name, []));
  return [...ordered];
}
