import type { MachineContext } from '../../core/check';
import type { ComputerFacts, UnixFacts } from '../facts';
import { orNothing } from '../or-nothing';
import { linuxIn } from './linux';
import { partsIn, unixScript } from './unix-script';
import { unixIn } from './unix';

/** How long the script may take, in milliseconds, and how much it may say. */
const limits = { timeout: 20_000, limit: 64 * 1_024 } as const;

/** What a Unix machine tells. */
export interface UnixLook {
  readonly computer: ComputerFacts;
  readonly unix: UnixFacts;
}

/** Asks a Unix machine what it is, by one script; undefined where it does not answer. */
export async function askUnix(run: MachineContext['run']): Promise<UnixLook | undefined> {
  const said = await run('sh', ['-c', unixScript], limits).catch(orNothing);
  return said && unixLookIn(said.stdout);
}

/** The facts in the answer to that script; undefined where it is another one. */
export async function unixLookIn(answer: string): Promise<UnixLook | undefined> {
  const parts = partsIn(answer);
  const [kernel] = (parts.get('uname') ?? '').split(' ');
  if (kernel === 'Linux') return { computer: linuxIn(parts), unix: unixIn(parts) };
  if (kernel !== 'Darwin') return undefined;
  const { macosIn } = await import('./macos');
  return { computer: macosIn(parts), unix: unixIn(parts) };
}
