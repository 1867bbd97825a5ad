import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Engine } from '../testbed/engine/engine';
import { need } from '../testbed/programs/process';
import { cdktfAt } from './cdktf';
import { sideBySide } from './measure';
import { manyStacksApp, stacksApp } from './places';
import type { Row } from './report';

const more = 20;
const commandRounds = 5;
const ownLimit = 800;
const growthLimit = 0.1;

/** Measures the synthesis: the app itself, the whole command, and both with twenty more labs. */
export async function measureSynth(engine: Engine, rounds: number): Promise<Row[]> {
  const cwd = await mkdtemp(join(tmpdir(), 'dkkb-bench-'));
  try {
    return [...(await measureApp(cwd, rounds)), await measureCommand(engine, commandRounds)];
  } finally {
    await rm(cwd, { recursive: true, force: true });
  }
}

async function measureApp(cwd: string, rounds: number): Promise<Row[]> {
  const node = (...args: string[]) => ({ run: () => need(process.execPath, args, { cwd }) });
  const { bare, all, same, grown } = await sideBySide(
    {
      bare: node('-e', '0'),
      all: node(stacksApp, 'all'),
      same: node(manyStacksApp, 'same', '0'),
      grown: node(manyStacksApp, 'grown', String(more)),
    },
    rounds,
  );
  const own = all.median - bare.median;
  const growth = (grown.median - same.median) / (same.median - bare.median);
  return [
    {
      what: '`cdktf synth`, the app’s own part',
      ours: all,
      other: '`node -e 0`',
      others: bare,
      figure: `${Math.round(own)} ms more`,
      target: `≤ ${ownLimit} ms more`,
      met: own <= ownLimit,
      why: '(loading cdktf is more than half of it)',
    },
    {
      what: `the app with ${more} more labs`,
      ours: grown,
      other: 'without them',
      others: same,
      figure: `${percent(growth)} of its own part`,
    },
  ];
}

async function measureCommand(engine: Engine, rounds: number): Promise<Row> {
  const cdktf = await cdktfAt(engine);
  const synth = (count: number) => ({
    run: () =>
      cdktf(
        'synth',
        '--app',
        `node esbuild.config.mjs stacks && node ${manyStacksApp} cdktf.out ${count}`,
      ),
  });
  const { same, grown } = await sideBySide({ same: synth(0), grown: synth(more) }, rounds);
  const growth = grown.median / same.median - 1;
  return {
    what: `\`cdktf synth\` with ${more} more labs`,
    ours: grown,
    other: 'without them',
    others: same,
    figure: `${percent(growth)} more`,
    target: `< ${percent(growthLimit)} more`,
    met: growth < growthLimit,
    why: '(each lab is three containers, of which cdktf resolves every field)',
  };
}

function percent(share: number): string {
  return `${(share * 100).toFixed(0)} %`;
}
