import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { need } from '../testbed/process';
import { sideBySide } from './measure';
import { manyStacksApp, stacksApp } from './places';
import type { Row } from './report';

const more = 20;
const ownLimit = 800;
const growthLimit = 0.1;

/** What the Terraform app itself takes: to load and to synthesize every lab, and twenty more. */
export async function measureSynth(rounds: number): Promise<Row[]> {
  const cwd = await mkdtemp(join(tmpdir(), 'dkkb-bench-'));
  const node = (...args: string[]) => ({ run: () => need(process.execPath, args, { cwd }) });
  try {
    const times = await sideBySide(
      {
        bare: node('-e', '0'),
        all: node(stacksApp, 'all'),
        same: node(manyStacksApp, 'same', '0'),
        grown: node(manyStacksApp, 'grown', String(more)),
      },
      rounds,
    );
    const own = times.all.median - times.bare.median;
    const growth =
      (times.grown.median - times.same.median) / (times.same.median - times.bare.median);
    return [
      {
        what: '`cdktf synth`, the app’s own part',
        ours: times.all,
        other: '`node -e 0`',
        others: times.bare,
        figure: `${Math.round(own)} ms more`,
        target: `≤ ${ownLimit} ms more`,
        met: own <= ownLimit,
      },
      {
        what: `the same with ${more} more labs`,
        ours: times.grown,
        other: 'without them',
        others: times.same,
        figure: `${(growth * 100).toFixed(1)} % of the own part`,
        target: `< ${growthLimit * 100} %`,
        met: growth < growthLimit,
      },
    ];
  } finally {
    await rm(cwd, { recursive: true, force: true });
  }
}
