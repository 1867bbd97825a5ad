import { appendFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const groups = '/sys/fs/cgroup/cpuacct';

/** Counts the processor time of a test file: of this worker, the programs that it starts, and the containers in its engines. */
export class ProcessorTime {
  private constructor(
    private readonly own: string,
    private readonly begin: number,
  ) {}

  /** Begins to count; undefined where the machine cannot count (it needs control groups of version 1 and root). */
  static begin(run: string): ProcessorTime | undefined {
    const own = `dkkb-worker${run}-${process.env['JEST_WORKER_ID'] ?? '0'}`;
    try {
      mkdirSync(join(groups, own), { recursive: true });
      writeFileSync(join(groups, own, 'cgroup.procs'), String(process.pid));
      return new ProcessorTime(own, secondsOf(own));
    } catch {
      return undefined;
    }
  }

  /** Adds the counted time to the results of the run. */
  end(results: string, path: string): void {
    const seconds = secondsOf(this.own) - this.begin;
    appendFileSync(join(results, 'processor.jsonl'), `${JSON.stringify({ path, seconds })}\n`);
  }
}

/** The seconds of a worker's group and of its engines' groups, whose names have the same end. */
function secondsOf(own: string): number {
  const [, tail = ''] = /^dkkb-worker(.*)$/.exec(own) ?? [];
  const names = readdirSync(groups).filter(
    (name) => name.startsWith('dkkb-') && name.endsWith(tail),
  );
  return names.reduce((sum, name) => sum + usage(name), 0);
}

function usage(name: string): number {
  try {
    return Number(readFileSync(join(groups, name, 'cpuacct.usage'), 'utf8')) / 1e9;
  } catch {
    return 0;
  }
}
