import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { dockerExercises } from '../labs/docker-exercises';
import { namesOf } from '../src/docker/model/service';
import { startEngine, type Engine } from '../testbed/engine/engine';
import { measureClassStatus } from './class-status';
import { measureClasses } from './classes';
import { measureCompanions } from './companions';
import { measureDeploy } from './deploy';
import { measureKubernetes } from './kubernetes';
import { measureCheck, measureManyContainers } from './labs';
import { describeMachine } from './machine';
import { project } from './places';
import { page, type Row } from './report';
import { measureRepair } from './repair';
import { measureComputer, measureStartup } from './startup';
import { measureSynth } from './synth';
import { measureVm } from './vm';

const quick = 15;
const slow = 7;

const groups: Readonly<Record<string, (engine: Engine) => Promise<Row[]>>> = {
  startup: () => measureStartup(quick),
  computer: (engine) => measureComputer(engine, quick),
  repair: () => Promise.resolve(measureRepair(300, quick)),
  synth: (engine) => measureSynth(engine, slow),
  solve: (engine) => measureManyContainers(engine, slow),
  check: (engine) => measureCheck(engine, slow),
  companions: (engine) => measureCompanions(engine, 3),
  kubernetes: () => measureKubernetes(slow),
  deploy: (engine) => measureDeploy(engine, 5),
  classes: () => measureClasses(3),
  status: () => measureClassStatus(slow),
  vm: () => measureVm(3),
};

const rounds =
  `each median is of ${quick} rounds (start-up), ${slow}, 5 (the cdktf command), or 3 (chapter 5, a VM that boots), ` +
  'after one that warms up. The images are in the engine before it begins.';

async function main(asked: readonly string[]): Promise<void> {
  const unknown = asked.find((name) => !(name in groups));
  if (unknown)
    throw new Error(`no group '${unknown}'; there are: ${Object.keys(groups).join(' ')}`);
  const machine = await describeMachine();
  const engine = await startEngine('bench');
  const rows: Row[] = [];
  try {
    for (const image of new Set(dockerExercises.flatMap((lab) => [...namesOf(lab).images]))) {
      await engine.docker('pull', image);
    }
    for (const [name, measure] of Object.entries(groups)) {
      if (asked.length > 0 && !asked.includes(name)) continue;
      process.stderr.write(`bench: ${name}\n`);
      rows.push(...(await measure(engine)));
    }
  } finally {
    await engine.stop();
  }
  const text = page(machine, rows, rounds);
  process.stdout.write(text);
  // Results of only some measurements must not replace the whole table.
  if (asked.length === 0) await writeFile(join(project, 'bench', 'RESULTS.md'), text);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`bench: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
