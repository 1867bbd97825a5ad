/** One side of a comparison; only `run` is timed. */
export interface Contender {
  readonly before?: () => Promise<unknown>;
  readonly run: () => Promise<unknown>;
  readonly after?: () => Promise<unknown>;
}

/** The times of one contender's rounds, in milliseconds. */
export interface Sample {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

/** Runs the contenders in turn (A B A B …), one round to warm up and then those that count. */
export async function sideBySide<Name extends string>(
  contenders: Readonly<Record<Name, Contender>>,
  rounds: number,
): Promise<Record<Name, Sample>> {
  const names = Object.keys(contenders) as Name[];
  const times = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const name of names) {
      const time = await timed(contenders[name]);
      if (round > 0) times.get(name)?.push(time);
    }
  }
  const samples = names.map((name) => [name, sampleOf(times.get(name) ?? [])] as const);
  return Object.fromEntries(samples) as Record<Name, Sample>;
}

async function timed({ before, run, after }: Contender): Promise<number> {
  await before?.();
  const start = performance.now();
  await run();
  const time = performance.now() - start;
  await after?.();
  return time;
}

/** The median of an odd count is a time that was measured; of an even one, the mean of the middle two. */
export function sampleOf(times: readonly number[]): Sample {
  const sorted = [...times].sort((one, other) => one - other);
  const at = (index: number): number => sorted[Math.floor(index)] ?? Number.NaN;
  const middle = (sorted.length - 1) / 2;
  return { median: (at(middle) + at(middle + 0.5)) / 2, min: at(0), max: at(sorted.length - 1) };
}
