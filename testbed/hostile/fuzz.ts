import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { grade, type GradedLab } from '../../src/docker/verbs/grade';
import type { Verdict } from '../../src/core/verdict';
import { labs } from '../../labs/index';
import { isForDocker } from '../../labs/lab';
import { Failure } from '../../src/core/failure';
import { openEngineOver } from '../../src/docker/engine/over-ssh';
import { openRemoteMachine } from '../../src/core/ssh/remote-machine';
import type { SshConnection } from '../../src/core/ssh/ssh';
import { changeAnswer, oneOf, randomOf, type Random } from './mutate';
import { Namespace } from '../engine/namespace';
import { ReplayedMachine } from './replayed-machine';

// This is its own program, so that the test can end it: an answer may make a process hang for ever.
// Arguments: the home folder of the machine's user, the first seed, the number of seeds.
const [home = '', first = '1', count = '1'] = process.argv.slice(2);
const ids = [
  ...['ch04-port', 'ch04-lifecycle', 'ch04-images', 'ch05-wordpress-mysql', 'ch06-copy-in'],
  ...['ch06-copy-out', 'ch06-volume-mount', 'ch06-volume-backup', 'ch06-registry'],
  'ch07-compose-file',
];
const chosen = labs.filter(isForDocker).filter(({ id }) => ids.includes(id));
const student = new Namespace('', 'student', process.env);
const engineSocket = (process.env['DOCKER_HOST'] ?? '').replace('unix://', '');
const machine = new ReplayedMachine(student, engineSocket, home);
const records = mkdtempSync(join(tmpdir(), 'dkkb-records-'));

/** The verdict of `check --on` on a machine, by the same functions. */
async function verdictOf(lab: GradedLab): Promise<Verdict> {
  const connection = machine as unknown as SshConnection;
  const there = await openRemoteMachine(connection);
  const engine = await openEngineOver(connection, there);
  const session = {
    folder: records,
    dir: there.home,
    patience: 0,
    engine,
    outside: there.outside,
    hands: there.hands,
  };
  const [verdict] = await grade([lab], session, () => undefined, 0);
  if (!verdict) throw new Error(`no verdict of ${lab.id}`);
  return verdict;
}

/** Changes some answers and leaves most as they are, so that later questions are reached too. */
function lies(random: Random): (said: Buffer) => Buffer {
  const often = oneOf(random, [0.1, 0.3, 0.8]);
  return (said) => (random() < often ? changeAnswer(said, random) : said);
}

function hasForm({ status, problems, items }: Verdict): boolean {
  return (
    ['passed', 'failed', 'unknown'].includes(status) &&
    problems.every((one) => /^[a-z-]+$/.test(one.code) && isText(one.describe().message.en)) &&
    items.length < 100
  );
}

function isText(message: string): boolean {
  return message.length < 10_000 && !/[^\P{C}\n]/u.test(message);
}

/** Checks a lab on a machine that lies by a seed; returns what is wrong with the result. */
async function tryOnce(seed: number, outcomes: Record<string, number>): Promise<string[]> {
  const random = randomOf(seed);
  const lab = oneOf(random, chosen);
  machine.change = lies(random);
  const count = (outcome: string) => (outcomes[outcome] = (outcomes[outcome] ?? 0) + 1);
  try {
    const verdict = await verdictOf(lab);
    count(verdict.status);
    for (const { code } of verdict.problems) count(code);
    return hasForm(verdict)
      ? []
      : [`${lab.id}: ${JSON.stringify(verdict.problems).slice(0, 2_000)}`];
  } catch (error) {
    if (!(error instanceof Failure)) return [`${lab.id}: ${(error as Error).stack ?? ''}`];
    count(error.code);
    return [];
  }
}

async function main(): Promise<void> {
  const honest: Record<string, string> = {};
  for (const lab of chosen) honest[lab.id] = (await verdictOf(lab)).status;
  const outcomes: Record<string, number> = {};
  for (let seed = Number(first); seed < Number(first) + Number(count); seed += 1) {
    process.stderr.write(`${String(seed)}\n`);
    for (const wrong of await tryOnce(seed, outcomes))
      process.stdout.write(`${JSON.stringify({ seed, wrong })}\n`);
  }
  machine.stop();
  rmSync(records, { recursive: true });
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  process.stdout.write(`${JSON.stringify({ honest, outcomes, megabytes })}\n`);
  // Requests that still wait for an answer must not keep the process running.
  process.exit();
}

process.on('unhandledRejection', (error) => {
  process.stdout.write(`${JSON.stringify({ wrong: `nobody waited for: ${String(error)}` })}\n`);
});
void main();
