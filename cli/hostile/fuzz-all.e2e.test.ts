// @circle all @needs engine images
// @minutes 3
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { grade } from '../../actions/grade';
import type { Verdict } from '../../actions/verdict';
import { labs } from '../../labs/index';
import type { Lab } from '../../labs/lab';
import { onEngineAt } from '../../runtime/chosen-engine';
import { lookAtEngine } from '../../runtime/engine';
import { Failure } from '../../runtime/failure';
import { engineOf, openRemote } from '../../runtime/remote';
import type { SshConnection } from '../../runtime/ssh';
import { useEngine, type Engine } from '../../testbed/engine';
import { changeAnswer, oneOf, randomOf, type Random } from '../../testbed/mutate';
import { ReplayedMachine } from '../../testbed/replayed-machine';
import { finish } from '../../testbed/process';
import { Watchdog } from '../../testbed/watchdog';

const seeds = 1_000;
const ids = [
  ...['ch04-port', 'ch04-lifecycle', 'ch04-images', 'ch05-wordpress-mysql', 'ch06-copy-in'],
  ...[
    'ch06-copy-out',
    'ch06-volume-mount',
    'ch06-volume-backup',
    'ch06-registry',
    'ch07-compose-file',
  ],
];
const chosen = labs.filter(({ id }) => ids.includes(id));

let student: Engine;
let machine: ReplayedMachine;
const home = mkdtempSync(join(tmpdir(), 'dkkb-fuzz-'));
const records = mkdtempSync(join(tmpdir(), 'dkkb-records-'));

beforeAll(async () => {
  student = await useEngine();
  await student.load('httpd', 'busybox');
  await student.docker('run', '-d', '--name', 'apa000ex2', '-p', '8080:80', 'httpd');
  await student.docker('run', '-d', '--name', 'apa000ex19', '-p', '8089:80', 'httpd');
  for (const volume of ['apa000vol1', 'apa000vol2'])
    await student.docker('volume', 'create', volume);
  const files = 'echo page >index.html; tar -czf backup_apa.tar.gz index.html; mkdir com_folder';
  await finish(student.spawn('sh', ['-c', files], { cwd: home }));
  writeFileSync(
    join(home, 'com_folder', 'docker-compose.yml'),
    'services: { a: { image: httpd } }\n',
  );
  machine = new ReplayedMachine(student, home);
  for (const lab of chosen) await verdictOf(lab);
  await machine.recorded();
});
afterAll(() => {
  machine?.stop();
  for (const folder of [home, records]) rmSync(folder, { recursive: true });
});

/** What `check --on` says of a machine, by the same functions. */
async function verdictOf(lab: Lab): Promise<Verdict> {
  const connection = machine as unknown as SshConnection;
  const { home: dir, ...outside } = await openRemote(connection);
  const engine = await engineOf(connection);
  const look = () => ({ ...lookAtEngine(engine.endpoint), isLocal: false });
  const session = { folder: records, dir, patience: 0, look, outside };
  const [verdict] = await onEngineAt(engine, () => grade([lab], session, () => undefined, 0));
  if (!verdict) throw new Error(`no verdict of ${lab.id}`);
  return verdict;
}

/** Changes some answers, and lets most as they are, so that the questions behind them are reached. */
function lies(random: Random): (said: Buffer) => Buffer {
  const often = oneOf(random, [0.1, 0.3, 0.8]);
  return (said) => (random() < often ? changeAnswer(said, random) : said);
}

it(`gives a verdict or says why not, for ${String(seeds)} machines that lie at random`, async () => {
  const watchdog = new Watchdog(60);
  const first = Number(process.env['DKKB_SEED'] ?? 1);
  const wrong: string[] = [];
  const seen = { verdicts: 0, failures: new Set<string>() };
  const before = process.memoryUsage.rss();
  let most = 0;
  for (let seed = first; seed < first + seeds; seed += 1) {
    watchdog.at(seed);
    const random = randomOf(seed);
    const lab = oneOf(random, chosen);
    machine.change = lies(random);
    try {
      const verdict = await verdictOf(lab);
      seen.verdicts += 1;
      if (!hasForm(verdict)) wrong.push(`${String(seed)} ${lab.id}: ${JSON.stringify(verdict)}`);
    } catch (error) {
      if (error instanceof Failure) seen.failures.add(error.code);
      else wrong.push(`seed ${String(seed)} ${lab.id}: ${String((error as Error).stack ?? error)}`);
    }
    most = Math.max(most, process.memoryUsage.rss() - before);
  }
  await watchdog.stop();
  expect(wrong.slice(0, 10)).toEqual([]);
  expect(seen.verdicts).toBeGreaterThan(seeds / 20);
  expect([...seen.failures]).toEqual(expect.arrayContaining(['answer-unreadable']));
  expect(most / 2 ** 20).toBeLessThan(600);
});

function hasForm({ status, problems, items }: Verdict): boolean {
  return (
    ['passed', 'failed', 'unknown'].includes(status) &&
    problems.every(({ code, message }) => /^[a-z-]+$/.test(code) && message.en.length < 100_000) &&
    items.length < 100
  );
}
