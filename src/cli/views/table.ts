import stringWidth from 'string-width';

const gap = '  ';
/** No column is made narrower than this. */
const narrowest = 8;

/** Rows as lines with aligned columns, none wider than the terminal: the widest columns are cut, but not those that stay `whole`. */
export function tableLines(
  rows: readonly (readonly string[])[],
  width: number,
  whole: readonly number[] = [],
): string[] {
  const all = widthsOf(rows);
  const kept = whole.reduce((sum, column) => sum + (all[column] ?? 0) + gap.length, 0);
  const cut = fit(
    all.filter((_, column) => !whole.includes(column)),
    width - kept,
  );
  const next = cut.values();
  const widths = all.map((one, column) =>
    whole.includes(column) ? one : (next.next().value ?? 0),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => padded(cell, widths[column] ?? 0))
      .join(gap)
      .trimEnd(),
  );
}

function widthsOf(rows: readonly (readonly string[])[]): number[] {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => stringWidth(row[column] ?? ''))),
  );
}

function fit(widths: readonly number[], width: number): readonly number[] {
  const total = widths.reduce((sum, one) => sum + one, gap.length * (widths.length - 1));
  const widest = Math.max(0, ...widths);
  if (total <= width || widest <= narrowest) return widths;
  const others = widths.filter((one) => one < widest);
  const shared = widths.length - others.length;
  const target = Math.max(narrowest, ...others, widest - Math.ceil((total - width) / shared));
  return fit(
    widths.map((one) => Math.min(one, Math.min(target, widest - 1))),
    width,
  );
}

function padded(cell: string, width: number): string {
  const shown = stringWidth(cell) <= width ? cell : `${cut(cell, width - 1)}…`;
  return shown + ' '.repeat(Math.max(0, width - stringWidth(shown)));
}

function cut(cell: string, width: number): string {
  let kept = '';
  for (const { segment } of new Intl.Segmenter().segment(cell)) {
    if (stringWidth(kept + segment) > width) break;
    kept += segment;
  }
  return kept;
}
