import type { Text } from '../../core/text';

/** One mistake of a configuration: where it is, the wrong value, and what is allowed. */
export interface ConfigIssue {
  readonly path: string;
  readonly value: string;
  readonly allowed: Text;
}

/** A configuration that cannot be used, with every mistake that it has. */
export class ConfigError extends Error {
  constructor(
    readonly source: string,
    readonly issues: readonly ConfigIssue[],
  ) {
    const lines = issues.map(
      ({ path, value, allowed }) => `  ${path}: ${value}; allowed: ${allowed.en}`,
    );
    super([`${source}:`, ...lines].join('\n'));
  }
}

const longest = 80;

/** A value as a message shows it: as JSON, so that a terminal obeys nothing in it, and not too long. */
export function shown(value: unknown): string {
  if (value === undefined) return '-';
  const text = JSON.stringify(value) ?? String(value);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
