import { Failure } from '../failure';
import type { System } from '../system';
import type { Run } from './process';

/** TCP ports that Windows keeps for itself, both ends included. */
export interface PortRange {
  readonly from: number;
  readonly to: number;
}

/** How long Windows may take to answer, in milliseconds, and how much it may say, in bytes. */
const bounds = { timeout: 10_000, limit: 64 * 1_024 } as const;

/** The command that shows the ranges; it needs no administrator. */
export const showRanges = 'netsh interface ipv4 show excludedportrange protocol=tcp';

/** The ranges that Windows keeps for itself; none elsewhere, and where Windows does not tell. */
export async function reservedRanges(system: System, ask: Run): Promise<readonly PortRange[]> {
  const [, ...words] = showRanges.split(' ');
  const program = { windows: 'netsh', wsl: 'netsh.exe' }[system as string];
  if (program === undefined) return [];
  const said = await ask(program, words, bounds).catch((error: unknown) => {
    if (error instanceof Failure) return undefined;
    throw error;
  });
  return said?.code === 0 ? rangesIn(said.stdout) : [];
}

/** The ranges in the answer of `netsh`, whatever its language: a line with two numbers is one. */
export function rangesIn(answer: string): readonly PortRange[] {
  const lines = answer.matchAll(
    /^[ \t]{0,40}(\d{1,5})[ \t]{1,40}(\d{1,5})[ \t]{0,40}\*?[ \t]{0,40}\r?$/gm,
  );
  const ranges = [...lines].map(([, from, to]) => ({ from: Number(from), to: Number(to) }));
  return ranges.filter(({ from, to }) => from <= to && to <= 65_535);
}

/** The range that a port is in. */
export function rangeOf(port: number, ranges: readonly PortRange[]): PortRange | undefined {
  return ranges.find(({ from, to }) => from <= port && port <= to);
}
