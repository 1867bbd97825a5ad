import { isMapping, type Fault } from '../../../core/repair/goal';

type Fields = Readonly<Record<string, unknown>>;

/** A Compose file with one form for what may be written in several: lists of names, variables by their names, ports and volumes as one text. */
export function normal(tree: unknown): unknown {
  if (!isMapping(tree) || !isMapping(tree['services'])) return tree;
  const services = Object.entries(tree['services']).map(([name, service]) => [
    name,
    isMapping(service) ? normalService(merged(service)) : service,
  ]);
  return { ...tree, services: Object.fromEntries(services) };
}

/** A mapping with what its `<<` brings in. */
function merged(fields: Fields): Fields {
  const { '<<': base, ...own } = fields;
  const bases = Array.isArray(base) ? base : [base];
  return bases
    .filter(isMapping)
    .reduceRight<Fields>((rest, one) => ({ ...merged(one), ...rest }), own);
}

const forms: Readonly<Record<string, (value: unknown) => unknown>> = {
  networks: namesIn,
  depends_on: namesIn,
  environment: (value) => variablesIn(isMapping(value) ? merged(value) : value),
  ports: (value) => (Array.isArray(value) ? value.map(portOf) : value),
  volumes: (value) => (Array.isArray(value) ? value.map(volumeOf) : value),
};

const normalService = (service: Fields) =>
  Object.fromEntries(
    Object.entries(service).map(([key, value]) => [key, forms[key]?.(value) ?? value]),
  );

function namesIn(value: unknown): unknown {
  return isMapping(value) ? Object.keys(value) : value;
}

function variablesIn(value: unknown): unknown {
  if (!Array.isArray(value) || !value.every((one) => typeof one === 'string')) return value;
  return Object.fromEntries(
    value.map((one) => {
      const [name = '', ...rest] = one.split('=');
      return [name, rest.length === 0 ? null : rest.join('=')];
    }),
  );
}

function portOf(port: unknown): unknown {
  if (isMapping(port) && 'target' in port)
    return `${String(port['published'] ?? '')}:${String(port['target'])}`;
  if (typeof port !== 'string') return port;
  return port.replace(/^(?:[\d.]+|\[[\w:]+\]):(?=\d+:)/, '').replace(/\/tcp$/, '');
}

function volumeOf(volume: unknown): unknown {
  if (isMapping(volume) && 'target' in volume)
    return `${String(volume['source'] ?? '')}:${String(volume['target'])}`;
  return typeof volume === 'string' ? volume.replace(/:(?:rw|z|Z)$/, '') : volume;
}

/** A fault of the normal form, in the form that the file uses at that place. */
export function asWritten(fault: Fault, tree: unknown): Fault {
  const [kind, service, option, key, ...rest] = fault.path;
  if (kind !== 'services' || service === undefined || key === undefined || rest.length > 0)
    return fault;
  const services = isMapping(tree) ? tree['services'] : undefined;
  const fields = isMapping(services) ? services[String(service)] : undefined;
  const written = isMapping(fields) ? fields[String(option)] : undefined;
  const place = [kind, service, String(option)];
  if (option === 'environment' && Array.isArray(written)) return inList(fault, place, written);
  if (typeof key === 'string') return fault;
  if (option === 'depends_on' || option === 'networks')
    return isMapping(written) ? inNames(fault, place, written) : fault;
  return Array.isArray(written) ? inLongForm(fault, written[key]) : fault;
}

function inList(fault: Fault, place: Fault['path'], items: readonly unknown[]): Fault {
  if (fault.kind !== 'missing' && fault.kind !== 'wrong') return fault;
  const name = String(fault.path.at(-1));
  const at = items.findIndex((item) => String(item).split('=')[0] === name);
  const isThere = at >= 0;
  return {
    ...fault,
    kind: isThere && fault.kind === 'missing' ? 'wrong' : fault.kind,
    path: [...place, isThere ? at : items.length],
    wanted: `${name}=${String(fault.wanted)}`,
    found: isThere ? items[at] : undefined,
  };
}

/** A name of a list, where the file has a mapping of names. */
function inNames(fault: Fault, place: Fault['path'], names: Fields): Fault {
  const name = Object.keys(names)[Number(fault.path.at(-1))];
  if (fault.kind === 'wrong' && name !== undefined)
    return { ...fault, path: [...place, name], isName: true };
  const wanted = place.at(-1) === 'networks' ? null : { condition: 'service_started' };
  return { ...fault, path: [...place, String(fault.wanted)], wanted };
}

const parts: Readonly<Record<string, readonly [string, string]>> = {
  ports: ['published', 'target'],
  volumes: ['source', 'target'],
};

/** A port or volume that is written with a name for each of its parts: the first part that differs. */
function inLongForm(fault: Fault, item: unknown): Fault {
  const names = parts[String(fault.path[2])];
  if (!names || !isMapping(item) || !('target' in item) || fault.kind !== 'wrong') return fault;
  const [, ...values] = /^([^:]*):(.*)$/.exec(String(fault.wanted)) ?? [];
  const at = names.findIndex((name, index) => String(item[name]) !== values[index]);
  const name = names[at];
  if (name === undefined) return fault;
  return { ...fault, path: [...fault.path, name], wanted: values[at], found: item[name] };
}
