import type { Problem } from '../../core/problem';
import { differences, pathText, type Difference, type Path } from './difference';
import {
  fieldMissing,
  fieldWrong,
  listExpected,
  selectorMismatch,
  valueIsText,
  type FieldValues,
} from '../problems/manifest-fields';

/** Where an object stands: its name, and the line of each of its fields where it is a file. */
export interface ObjectPlace {
  readonly name: string;
  lineOf(path: Path): string;
}

/** Every way in which an object, of a file or of the cluster, is not as it is wanted. */
export function fieldProblems(wanted: unknown, found: unknown, place: ObjectPlace): Problem[] {
  const list = differences(wanted, found);
  const mismatch = selectorProblem(found, list, place);
  if (!mismatch) return list.map((difference) => problemOf(difference, place));
  const rest = list.filter(({ path }) => !isSelecting(path));
  return [mismatch, ...rest.map((difference) => problemOf(difference, place))];
}

function problemOf(difference: Difference, place: ObjectPlace): Problem {
  const { path, kind, similar, elsewhere } = difference;
  const shownAt = similar ? [...path.slice(0, -1), similar] : (elsewhere ?? path);
  const values: FieldValues = {
    place: place.name,
    line: place.lineOf(shownAt),
    path: pathText(path),
    found: shown(difference.found),
    wanted: shown(difference.wanted),
  };
  switch (kind) {
    case 'missing':
      return missing(difference, values);
    case 'list':
      return listExpected(values);
    case 'text':
      return valueIsText(values);
    default:
      return wrong(path)(values);
  }
}

// Without these lines, a Service gets a default value, which is wrong here.
function missing({ path, similar, elsewhere }: Difference, values: FieldValues): Problem {
  if (similar) return fieldMissing({ ...values, similar });
  if (elsewhere) return fieldMissing({ ...values, elsewhere: pathText(elsewhere) });
  if (values.path === 'spec.type') return fieldWrong.type({ ...values, found: 'ClusterIP' });
  const isLabel = path.includes('labels') || path.includes('matchLabels');
  return isLabel && !values.line ? fieldWrong.label(values) : fieldMissing(values);
}

function wrong(path: Path): (values: FieldValues) => Problem {
  const last = path.at(-1);
  const isInContainer = path.includes('containers');
  if (path.includes('labels') || path.includes('matchLabels') || path.includes('selector'))
    return fieldWrong.label;
  if (last === 'name') return isInContainer ? fieldWrong.containerName : fieldWrong.name;
  if (last === 'port' || last === 'nodePort') return fieldWrong.port;
  const own: readonly (keyof typeof fieldWrong)[] = [
    'kind',
    'apiVersion',
    'replicas',
    'image',
    'type',
    'targetPort',
    'containerPort',
  ];
  return fieldWrong[own.find((key) => key === last) ?? 'other'];
}

const selecting: readonly Path[] = [
  ['spec', 'selector', 'matchLabels', 'app'],
  ['spec', 'template', 'metadata', 'labels', 'app'],
];

function isSelecting(path: Path): boolean {
  return selecting.some((other) => pathText(other) === pathText(path));
}

interface Selecting {
  readonly spec?: {
    readonly selector?: { readonly matchLabels?: Readonly<Record<string, unknown>> };
    readonly template?: {
      readonly metadata?: { readonly labels?: Readonly<Record<string, unknown>> };
    };
  };
}

function selectorProblem(
  found: unknown,
  list: readonly Difference[],
  place: ObjectPlace,
): Problem | undefined {
  const { spec } = (found ?? {}) as Selecting;
  const selector = spec?.selector?.matchLabels;
  const labels = spec?.template?.metadata?.labels;
  if (!selector || !labels || list.some(({ similar }) => similar)) return undefined;
  const extra = Object.entries(selector).filter(([key, value]) => labels[key] !== value);
  if (extra.length === 0) return undefined;
  const path: Path = ['spec', 'template', 'metadata', 'labels'];
  const [[key] = ['']] = extra;
  const line = place.lineOf([...path, key]);
  return selectorMismatch({
    place: place.name,
    line,
    path: pathText(path),
    found: labelsText(labels),
    wanted: labelsText(selector),
  });
}

/** Labels as kubectl writes them. */
export function labelsText(labels: Readonly<Record<string, unknown>> = {}): string {
  return Object.entries(labels)
    .map(([key, value]) => `${key}=${String(value)}`)
    .join(',');
}

function shown(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' && !/^\s*\d/.test(value) ? value : JSON.stringify(value);
}
