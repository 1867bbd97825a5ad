import type { Text } from '../../core/text';

/** One mistake of a configuration or a roster: where it is, the wrong value, why it is wrong, and what is allowed. */
export interface ConfigIssue {
  /** The field, or the file, in which the mistake is. */
  readonly path: string;
  /** The line of the file, where the file is read by lines. */
  readonly line?: number;
  readonly value: string;
  /** Why the value is refused, where what is allowed does not say it. */
  readonly reason?: Text;
  readonly allowed: Text;
}

/** A configuration that cannot be used, with every mistake that it has. */
export class ConfigError extends Error {
  constructor(
    readonly source: string,
    readonly issues: readonly ConfigIssue[],
  ) {
    const lines = issues.map(({ value, reason, allowed, ...place }) => {
      const why = reason ? ` (${reason.en})` : '';
      return `  ${placeOf(place).en}: ${value}${why}; allowed: ${allowed.en}`;
    });
    super([`${source}:`, ...lines].join('\n'));
  }
}

/** Where a mistake is, in words: `roster.csv, line 7`. */
export function placeOf({ path, line }: Pick<ConfigIssue, 'path' | 'line'>): Text {
  return line === undefined
    ? { ko: path, en: path }
    : { ko: `${path}의 ${line}번째 줄`, en: `${path}, line ${line}` };
}

const longest = 80;

/** A value as a message shows it: as JSON, so that a terminal obeys nothing in it, and not too long. */
export function shown(value: unknown): string {
  if (value === undefined) return '-';
  const text = JSON.stringify(value) ?? String(value);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
