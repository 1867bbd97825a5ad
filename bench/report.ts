import { sampleOf, type Sample } from './measure';

/** One line of the table: what was measured, what it is compared with, and whether the target was met, if there is one. */
export interface Row {
  readonly what: string;
  readonly ours: Sample;
  readonly other: string;
  readonly others: Sample;
  /** The figure that is compared with the target, such as `1.8 ×`; by default the ratio of the medians. */
  readonly figure?: string;
  readonly target?: string;
  readonly met?: boolean;
  /**
   * What the samples count.
   * @default 'ms'
   */
  readonly unit?: 'ms' | 'MB';
  /** What takes the time; shown when the target is missed. */
  readonly why?: string;
}

/** A row whose target is a ratio of the medians. */
export function ratioRow(
  what: string,
  ours: Sample,
  other: string,
  others: Sample,
  limit: number,
  why = '',
): Row {
  const met = ours.median <= limit * others.median;
  return { what, ours, other, others, target: `≤ ${limit} ×`, met, why };
}

/** A row whose target is an upper limit of the median. */
export function limitRow(what: string, ours: Sample, limit: number, unit: 'ms' | 'MB'): Row {
  const others = sampleOf([limit]);
  const met = ours.median < limit;
  return { what, ours, other: 'the limit', others, target: `< ${limit} ${unit}`, met, unit };
}

const header = [
  '| what | ours: median (min–max) | beside it | its median (min–max) | figure | target | |',
  '|---|---|---|---|---|---|---|',
];

/** The results as a Markdown page. */
export function page(machine: readonly string[], rows: readonly Row[], rounds: string): string {
  return [
    '# Measured',
    '',
    'Written by `npm run bench`. Both sides of a row took turns in one run; ' + rounds,
    '',
    ...machine.map((line) => `- ${line}`),
    '',
    ...header,
    ...rows.map(line),
    '',
  ].join('\n');
}

function line(row: Row): string {
  const { what, ours, other, others, target = 'reported', met, unit = 'ms', why = '' } = row;
  const figure = row.figure ?? `${(ours.median / others.median).toFixed(2)} ×`;
  const verdict = met === undefined ? '' : met ? 'met' : `**missed** ${why}`.trim();
  return `| ${[what, show(ours, unit), other, show(others, unit), figure, target, verdict].join(' | ')} |`;
}

function show({ median, min, max }: Sample, unit: string): string {
  return `${Math.round(median)} ${unit} (${Math.round(min)}–${Math.round(max)})`;
}
