import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { practiceVm } from '../src/class/config/fleet';
import { startAws } from '../testbed/aws/aws';
import { need } from '../testbed/programs/process';
import { makeProject } from '../testbed/programs/project';
import { sampleOf, sideBySide, type Sample } from './measure';
import { peakOf } from './memory';
import { dkkb, project, stacksApp } from './places';
import { limitRow, ratioRow, type Row } from './report';

const many = 30;
const largest = 300;
const synthRounds = 5;
const synthLimit = 1.5;
const planSeconds = 60;
const planMegabytes = 1_500;
const ofTerraform = 1.1;
const ofCdktf = 0.4;
const parallel = '-parallelism=50';

type Env = NodeJS.ProcessEnv;
type Bench = (folder: string, env: Env) => Promise<Row[]>;

/** Measures the class commands on a local AWS API with the real provider. */
export async function measureClasses(rounds: number): Promise<Row[]> {
  const parts: readonly Bench[] = [
    measureGrowth,
    measureLargest,
    (folder, env) => measureUpAndDown(folder, env, rounds),
  ];
  const rows: Row[] = [];
  for (const measure of parts) {
    const aws = await startAws();
    const folder = await mkdtemp(join(tmpdir(), 'dkkb-classes-'));
    const own = { DKKB_DATA: join(folder, 'data'), DKKB_ALLOW: '203.0.113.7/32' };
    try {
      rows.push(...(await measure(folder, { ...process.env, ...aws.env, ...own })));
    } finally {
      await aws.stop();
      await rm(folder, { recursive: true, force: true });
    }
  }
  return rows;
}

async function measureGrowth(cwd: string, env: Env): Promise<Row[]> {
  const synth = (students: number) => ({
    run: () => synthesize(cwd, { ...env, DKKB_CLASS: `of-${students}` }, students),
  });
  const { one, all } = await sideBySide({ one: synth(1), all: synth(many) }, synthRounds);
  return [ratioRow(`synth of ${many} students`, all, 'synth of one', one, synthLimit)];
}

async function measureLargest(folder: string, env: Env): Promise<Row[]> {
  await synthesize(folder, env, largest);
  const cwd = stackFolder(join(folder, 'out'));
  await need('terraform', ['init', '-input=false'], { cwd, env });
  const start = performance.now();
  const peak = await peakOf('terraform', ['plan', '-input=false', parallel], { cwd, env });
  const time = sampleOf([performance.now() - start]);
  const memory = sampleOf([peak]);
  const what = `\`terraform plan\` of ${largest} students`;
  return [
    limitRow(what, time, planSeconds * 1_000, 'ms'),
    limitRow(`${what}, memory`, memory, planMegabytes, 'MB'),
  ];
}

interface Phases {
  readonly up: () => Promise<unknown>;
  readonly down: () => Promise<unknown>;
}

async function measureUpAndDown(folder: string, env: Env, rounds: number): Promise<Row[]> {
  const { ours, terraform, cdktf } = await inTurn(
    {
      ours: await classCommand(join(folder, 'ours'), env),
      terraform: await bareTerraform(join(folder, 'bare'), env),
      cdktf: cdktfCommand(join(folder, 'cdktf'), env),
    },
    rounds,
  );
  const plain = (command: string) => `plain \`terraform ${command} ${parallel}\``;
  const up = `\`dkkb class up\` of ${many}`;
  const down = `\`dkkb class down\` of ${many}`;
  return [
    ratioRow(up, ours.up, plain('apply'), terraform.up, ofTerraform),
    ratioRow(up, ours.up, '`cdktf deploy`', cdktf.up, ofCdktf),
    ratioRow(down, ours.down, plain('destroy'), terraform.down, ofTerraform),
    ratioRow(down, ours.down, '`cdktf destroy`', cdktf.down, ofCdktf),
  ];
}

interface Times {
  readonly up: Sample;
  readonly down: Sample;
}

/** Runs both phases of each side in turn; the first round is a warm-up. */
async function inTurn<Name extends string>(
  sides: Readonly<Record<Name, Phases>>,
  rounds: number,
): Promise<Record<Name, Times>> {
  const names = Object.keys(sides) as Name[];
  const times = new Map(names.map((name) => [name, { up: [] as number[], down: [] as number[] }]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const name of names) {
      for (const phase of ['up', 'down'] as const) {
        const start = performance.now();
        await sides[name][phase]();
        if (round > 0) times.get(name)?.[phase].push(performance.now() - start);
      }
    }
  }
  const samples = [...times].map(
    ([name, { up, down }]) => [name, { up: sampleOf(up), down: sampleOf(down) }] as const,
  );
  return Object.fromEntries(samples) as Record<Name, Times>;
}

async function classCommand(cwd: string, env: Env): Promise<Phases> {
  await mkdir(cwd);
  const own = { ...env, DKKB_CLASS: 'ours', DKKB_STUDENTS: String(many) };
  const command = (...words: string[]) =>
    need(process.execPath, [dkkb, 'class', ...words], { cwd, env: own });
  return { up: () => command('up', '--no-wait'), down: () => command('down', '--yes') };
}

async function bareTerraform(folder: string, env: Env): Promise<Phases> {
  makeProject(folder);
  await synthesize(folder, { ...env, DKKB_CLASS: 'bare' }, many);
  const cwd = stackFolder(join(folder, 'out'));
  const terraform = (...args: string[]) =>
    need('terraform', [...args, '-input=false'], { cwd, env });
  await terraform('init');
  return {
    up: () => terraform('apply', '-auto-approve', parallel),
    down: () => terraform('destroy', '-auto-approve', parallel),
  };
}

function cdktfCommand(cwd: string, env: Env): Phases {
  makeProject(cwd);
  const program = join(project, 'node_modules', '.bin', 'cdktf');
  const own = { ...env, DKKB_CLASS: 'cdktf', DKKB_STUDENTS: String(many) };
  const options = [practiceVm.stack, '--auto-approve', '--skip-provider-lock'];
  const cdktf = (command: string) => need(program, [command, ...options], { cwd, env: own });
  return { up: () => cdktf('deploy'), down: () => cdktf('destroy') };
}

function synthesize(cwd: string, env: Env, students: number): Promise<string> {
  const own = { ...env, DKKB_STUDENTS: String(students) };
  return need(process.execPath, [stacksApp, 'out'], { cwd, env: own });
}

function stackFolder(outdir: string): string {
  return join(outdir, 'stacks', practiceVm.stack);
}
