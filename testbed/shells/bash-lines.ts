import { spawnSync } from 'node:child_process';

/** The lines that bash itself cannot read; it runs none of them. */
export function unreadableInBash(lines: readonly string[]): string[] {
  if (canRead(lines.map(alone).join('\n'))) return [];
  return lines.filter((line) => !canRead(line));
}

/** A line in a function, and behind it what bash cannot read where the line left a quote open. */
function alone(line: string): string {
  return ['f() {', ':', line, '}', ": ') )'", ': ") )"'].join('\n');
}

function canRead(script: string): boolean {
  const { status, error } = spawnSync('bash', ['-n'], { input: script, timeout: 60_000 });
  if (error) throw error;
  return status === 0;
}
