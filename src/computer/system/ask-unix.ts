import type { MachineContext } from '../../core/check';
import type { ComputerFacts, UnixFacts } from '../facts';
import { orNothing } from '../or-nothing';
import { linuxIn } from './linux';
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
  const { unixScript, partsIn } = await import('./unix-script');
  const said = await run('sh', ['-c', unixScript], limits).catch(orNothing);
  return said && lookIn(partsIn(said.stdout));
}

/** What the Linux that this runs on is. */
export async function lookHere(): Promise<UnixLook | undefined> {
  const { partsHere } = await import('./linux-here');
  return lookIn(partsHere());
}

/** The facts in the parts of an answer; undefined where they are those of another system. */
export async function lookIn(parts: ReadonlyMap<string, string>): Promise<UnixLook | undefined> {
  const [kernel] = (parts.get('uname') ?? '').split(' ');
  if (kernel === 'Linux') return { computer: linuxIn(parts), unix: unixIn(parts) };
  if (kernel !== 'Darwin') return undefined;
  const { macosIn } = await import('./macos');
  return { computer: macosIn(parts), unix: unixIn(parts) };
}
