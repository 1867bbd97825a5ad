import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { labsWithDatabase } from '../labs/ch05/with-database';
import { composeFile } from '../src/docker/model/compose-file';
import { labs } from '../labs/index';
import { chapterOf } from '../labs/lab';
import { wordpressPage } from '../labs/shared/pages';
import { hostPortsOf } from '../src/docker/model/service';
import type { Engine } from '../testbed/engine/engine';
import { at, dkkbAt } from './in-engine';
import { sampleOf, sideBySide, type Contender, type Sample } from './measure';
import { dkkb } from './places';
import { ratioRow, type Row } from './report';

const [wordpressMysql] = labsWithDatabase;
if (!wordpressMysql) throw new Error('chapter 5 has no lab');
const { id, solution } = wordpressMysql;
const chapter = chapterOf(wordpressMysql);
const ids = labs.filter((lab) => chapterOf(lab) === chapter).map((lab) => lab.id);

/** Measures chapter 5, whose containers wait for each other, beside Compose with the same services, images and health checks. */
export async function measureCompanions(engine: Engine, rounds: number): Promise<Row[]> {
  const ours = dkkbAt(engine);
  const lab = (name: string): Contender => ({
    run: () => ours('solve', name),
    after: () => ours('down', name),
  });
  return [
    ...(await measureSolve(engine, lab(id), rounds)),
    await measureTogether(ours, lab, rounds),
    ...(await measureChapter(engine, rounds)),
  ];
}

async function measureSolve(engine: Engine, lab: Contender, rounds: number): Promise<Row[]> {
  const file = join(engine.home, 'wordpress.yml');
  await writeFile(file, composeFile(solution));
  const compose = (...args: string[]) => at(engine, 'docker', ['compose', '-f', file, ...args]);
  const answered: number[] = [];
  const late: number[] = [];
  const watched: Contender = {
    ...lab,
    run: async () => {
      const start = performance.now();
      const first = firstAnswer(engine).then(() => performance.now() - start);
      await lab.run();
      const ended = performance.now() - start;
      answered.push(await first);
      late.push(ended - (answered.at(-1) ?? 0));
    },
  };
  const times = await sideBySide(
    {
      dkkb: watched,
      compose: { run: () => compose('up', '-d', '--wait'), after: () => compose('down', '-v') },
    },
    rounds,
  );
  const what = `\`dkkb solve ${id}\`, its page asked`;
  const worst = Math.max(...late.slice(1));
  return [
    ratioRow(what, times.dkkb, '`docker compose up -d --wait`', times.compose, 0.85),
    {
      what,
      ours: times.dkkb,
      other: 'the page answers for the first time',
      others: sampleOf(answered.slice(1)),
      figure: `at most ${Math.round(worst)} ms later`,
      target: '≤ 1000 ms later',
      met: worst <= 1000,
    },
  ];
}

// Asks more often than a reader could.
const poll = `
const [url, contains, installer] = process.argv.slice(1);
const answers = async () => {
  const answer = await fetch(url, { redirect: 'manual' });
  const leads = answer.headers.get('location')?.endsWith(installer);
  return leads || (answer.ok && (await answer.text()).includes(contains));
};
(async () => { while (!(await answers().catch(() => false))) await new Promise((next) => setTimeout(next, 50)); })();`;

function firstAnswer(engine: Engine): Promise<string> {
  const [published] = hostPortsOf(solution);
  const url = `http://localhost:${published?.port ?? ''}/`;
  const { contains, installer = '/' } = wordpressPage;
  return at(engine, process.execPath, ['-e', poll, url, contains, installer]);
}

async function measureTogether(
  ours: (...args: string[]) => Promise<string>,
  lab: (name: string) => Contender,
  rounds: number,
): Promise<Row> {
  const together: Contender = {
    run: () => Promise.all(ids.map((name) => ours('solve', name))),
    after: () => ours('down', ...ids),
  };
  const alone = Object.fromEntries(ids.map((name) => [name, lab(name)]));
  const times: Record<string, Sample> = await sideBySide({ ...alone, together }, rounds);
  const [slowest = ''] = [...ids].sort(
    (one, other) => (times[other]?.median ?? 0) - (times[one]?.median ?? 0),
  );
  const [all, one] = [times['together'], times[slowest]];
  if (!all || !one) throw new Error('no times');
  const what = `all ${ids.length} labs of chapter ${chapter} at once`;
  return ratioRow(what, all, `the slowest alone, \`${slowest}\``, one, 1.3);
}

const limits = { check: 1000, memory: 150 };

async function measureChapter(engine: Engine, rounds: number): Promise<Row[]> {
  const ours = dkkbAt(engine);
  const check = ['check', '--chapter', String(chapter)];
  const peaks = { solve: await peakOf(engine, ['solve', id]), check: 0 };
  for (const name of ids) await ours('solve', name);
  const bare = { run: () => at(engine, process.execPath, ['-e', '0']) };
  const times = await sideBySide({ check: { run: () => ours(...check) }, bare }, 2 * rounds + 1);
  peaks.check = await peakOf(engine, check);
  await ours('down', ...ids);
  const used = sampleOf([peaks.solve, peaks.check]);
  return [
    {
      what: `\`dkkb check --chapter ${chapter}\`, ${ids.length} labs up`,
      ours: times.check,
      other: '`node -e 0`',
      others: times.bare,
      target: `< ${limits.check} ms`,
      met: times.check.median < limits.check,
    },
    {
      what: 'peak memory of `dkkb solve` and `dkkb check --chapter`',
      ours: used,
      other: '`node -e 0`',
      others: sampleOf([await peakOf(engine, undefined)]),
      target: `< ${limits.memory} MB`,
      met: used.max < limits.memory,
      unit: 'MB',
    },
  ];
}

const reporter = `import { writeFileSync } from 'node:fs';
process.on('exit', () => writeFileSync(process.env.PEAK, String(process.resourceUsage().maxRSS)));`;

/** The most memory, in MB, that a run of the command uses; without a command, that of a bare Node. */
async function peakOf(engine: Engine, args: readonly string[] | undefined): Promise<number> {
  const file = join(engine.home, 'peak');
  const program = args ? [dkkb, ...args] : ['-e', '0'];
  const report = ['--import', `data:text/javascript,${encodeURIComponent(reporter)}`];
  await at(engine, process.execPath, [...report, ...program], { env: { PEAK: file } });
  return Number(await readFile(file, 'utf8')) / 1024;
}
