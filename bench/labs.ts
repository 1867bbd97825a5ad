import { labs } from '../labs/index';
import { many } from '../labs/ch04/many';
import { runCommand } from '../src/docker/model/commands';
import { chapterOf } from '../labs/lab';
import type { DockerLab } from '../src/docker/lab';
import { hostPortsOf } from '../src/docker/model/service';
import type { Engine } from '../testbed/engine/engine';
import { at, composeAt, dkkbAt } from './in-engine';
import { sampleOf, sideBySide, type Sample } from './measure';
import { lineFor } from '../src/core/shell/render';
import { ratioRow, type Row } from './report';

const whySolve = '(Compose itself, and Node’s start before it)';
const whyDown = '(Node’s start, and the engine’s own removal)';

const services = Object.entries(many.solution.services ?? {});
const names = services.map(([name]) => name);

/** Measures how a lab is solved and removed, beside Compose and beside the engine's own limit. */
export async function measureManyContainers(engine: Engine, rounds: number): Promise<Row[]> {
  const dkkb = dkkbAt(engine);
  const compose = await composeAt(engine);
  const runAll = () =>
    Promise.all(services.map(([name, data]) => engine.sh(lineFor('bash', runCommand(name, data)))));
  const removeAll = () => at(engine, 'docker', ['rm', '--force', ...names]);
  const up = await sideBySide(
    {
      dkkb: { run: () => dkkb('solve', many.id), after: () => dkkb('down', many.id) },
      compose: { run: () => compose('up', '-d', '--wait'), after: () => compose('down') },
      docker: { run: runAll, after: removeAll },
    },
    rounds,
  );
  const down = await sideBySide(
    {
      dkkb: { before: () => dkkb('solve', many.id), run: () => dkkb('down', many.id) },
      compose: { before: () => compose('up', '-d', '--wait'), run: () => compose('down') },
    },
    rounds,
  );
  const what = '`dkkb solve ch04-many`, checked';
  return [
    ratioRow(what, up.dkkb, '`docker compose up -d --wait`', up.compose, 1, whySolve),
    { what, ours: up.dkkb, other: 'three `docker run -d` at once', others: up.docker },
    ratioRow(
      '`dkkb down ch04-many`',
      down.dkkb,
      '`docker compose down`',
      down.compose,
      0.6,
      whyDown,
    ),
  ];
}

const chapter = 4;
const perLab = 100;
// When it is solved, the images of all other labs are gone.
const excluded = 'ch04-images';

/** Measures the check of a whole chapter, beside only fetching its pages. */
export async function measureCheck(engine: Engine, rounds: number): Promise<Row[]> {
  const dkkb = dkkbAt(engine);
  const ofChapter = labs.filter((lab) => chapterOf(lab) === chapter);
  const given = ofChapter.filter(
    (lab): lab is DockerLab => lab.platform === 'docker' && lab.id !== excluded,
  );
  for (const { id } of given) await dkkb('solve', id);
  const command = ['check', '--chapter', String(chapter)];
  await requirePassed(engine, command);
  const urls = given
    .flatMap(({ solution }) => hostPortsOf(solution))
    .map(({ port }) => `http://localhost:${port}`);
  const dkkbRun = () => engine.dkkb(...command);
  const pages = await asking(engine, urls, rounds);
  const { check } = await sideBySide({ check: { run: dkkbRun } }, rounds);
  await dkkb('down', '--all');
  const beyond = (check.median - pages.median) / ofChapter.length;
  return [
    {
      what: `\`dkkb check --chapter ${chapter}\`, ${ofChapter.length} labs`,
      ours: check,
      other: `its ${urls.length} pages, asked at once`,
      others: pages,
      figure: `${Math.round(beyond)} ms a lab beyond`,
      target: `≤ ${perLab} ms a lab beyond`,
      met: beyond <= perLab,
      why: '(the docker commands of `ch04-commands` and the login of `ch04-mysql` are programs to start)',
    },
  ];
}

async function requirePassed(engine: Engine, command: readonly string[]): Promise<void> {
  const { stdout, stderr } = await engine.dkkb(...command, '-o', 'json');
  const { labs: verdicts } = JSON.parse(stdout) as { labs: { id: string; status: string }[] };
  const failed = verdicts.filter(({ id, status }) => status !== 'passed' && id !== excluded);
  if (failed.length > 0) throw new Error(`not passed: ${JSON.stringify(failed)}\n${stderr}`);
}

const ask = `
const time = async () => {
  const start = performance.now();
  await Promise.all(process.argv.slice(2).map(async (url) => (await fetch(url)).text()));
  return performance.now() - start;
};
const times = [];
time().then(async () => {
  for (let round = 0; round < Number(process.argv[1]); round += 1) times.push(await time());
  console.log(JSON.stringify(times));
});`;

async function asking(engine: Engine, urls: readonly string[], rounds: number): Promise<Sample> {
  const output = await at(engine, process.execPath, ['-e', ask, String(rounds), ...urls]);
  return sampleOf(JSON.parse(output) as number[]);
}
