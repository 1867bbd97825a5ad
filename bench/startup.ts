import { need } from '../testbed/programs/process';
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
