import { linuxDocker } from '../labs/app/linux-docker';
import type { Engine } from '../testbed/engine/engine';
import { need } from '../testbed/programs/process';
import { at, dkkbAt } from './in-engine';
import { sideBySide } from './measure';
import { dkkb } from './places';
import { ratioRow, type Row } from './report';

/** Measures how long the compiled command takes until its first output, beside a bare Node. */
export async function measureStartup(rounds: number): Promise<Row[]> {
  const node = (...args: string[]) => ({ run: () => need(process.execPath, args) });
  const times = await sideBySide(
    { list: node(dkkb, 'list'), help: node(dkkb, '--help'), bare: node('-e', '0') },
    rounds,
  );
  return [
    ratioRow('`dkkb list`', times.list, '`node -e 0`', times.bare, 2.5),
    ratioRow('`dkkb --help`', times.help, '`node -e 0`', times.bare, 2.5),
  ];
}

/** Measures how long the compiled command takes to say what this computer is, beside a bare Node. */
export async function measureComputer(engine: Engine, rounds: number): Promise<Row[]> {
  const dkkb = dkkbAt(engine);
  const lab = linuxDocker.id;
  const times = await sideBySide(
    {
      check: { run: () => dkkb('check', lab) },
      bare: { run: () => at(engine, process.execPath, ['-e', '0']) },
    },
    rounds,
  );
  return [ratioRow(`\`dkkb check ${lab}\``, times.check, '`node -e 0`', times.bare, 2.5)];
}
