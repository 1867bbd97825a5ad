import type { ConfigFields } from './config';

type Read = (text: string) => unknown;

const text: Read = (value) => value;
const list: Read = (value) => value.split(',').map((part) => part.trim());
const number: Read = (value) => (/^-?\d+(?:\.\d+)?$/.test(value.trim()) ? Number(value) : value);
const flag: Read = (value) => ({ true: true, false: false, 1: true, 0: false })[value] ?? value;

interface Variable {
  readonly field: keyof ConfigFields;
  readonly read: Read;
  /** The part of the field that it sets. */
  readonly part?: string;
}

/** The environment variables that override the file. */
const variables: Readonly<Record<string, Variable>> = {
  DKKB_CLASS: { field: 'class', read: text },
  DKKB_STUDENTS: {
    field: 'students',
    read: (value) => (/[,]/.test(value) ? list(value) : number(value)),
  },
  DKKB_REGION: { field: 'region', read: text },
  DKKB_INSTANCE_TYPE: { field: 'instanceType', read: text },
  DKKB_DISK: { field: 'disk', read: number },
  DKKB_UBUNTU: { field: 'ubuntu', read: text },
  DKKB_HOURS: { field: 'hours', read: number },
  DKKB_BUDGET: { field: 'budget', read: number },
  DKKB_WON_PER_DOLLAR: { field: 'wonPerDollar', read: number },
  DKKB_ALLOW: {
    field: 'allow',
    read: (value) => (value === 'auto' ? value : list(value)),
  },
  DKKB_ALLOW_ANYWHERE: { field: 'allowAnywhere', read: flag },
  DKKB_ACCEPT_NEW_HOST_KEYS: { field: 'acceptNewHostKeys', read: flag },
  DKKB_PORTS: { field: 'ports', read: list },
  DKKB_SUBNET: { field: 'subnet', read: text },
  DKKB_SPOT: { field: 'spot', read: flag },
  DKKB_IMAGE_MIRROR: { field: 'mirror', part: 'images', read: text },
  DKKB_MIRROR: { field: 'mirror', part: 'packages', read: text },
};

/** The fields of a file, overridden by the environment, and the variable that set each. */
export function override(
  fields: Readonly<Record<string, unknown>>,
  environment: Readonly<Record<string, string | undefined>>,
): { readonly fields: Record<string, unknown>; readonly setBy: ReadonlyMap<string, string> } {
  const result: Record<string, unknown> = { ...fields };
  const setBy = new Map<string, string>();
  for (const [name, { field, part, read }] of Object.entries(variables)) {
    const said = environment[name];
    if (said === undefined || said === '') continue;
    const value = read(said);
    result[field] = part ? { ...asObject(result[field]), [part]: value } : value;
    setBy.set(part ? `${field}.${part}` : field, name);
  }
  return { fields: result, setBy };
}

function asObject(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}
