import type { MachineContext } from '../../core/check';
import type { Problem } from '../../core/problem';
import { architectureUnknown } from '../problems/architecture';
import type { ComputerFacts } from '../facts';
import { lookOf } from '../look';
import { macosTooOld, macWithoutHypervisor, rosettaMissing } from '../problems/macos';
import { system32Bit, wslDistributionsOld, wslOne } from '../problems/system';
import { memoryLow } from '../problems/windows';
import { systemName, wslLine } from '../words';
import { judgeWindows } from './windows-needs';

/** Of 4 GiB, which Docker Desktop asks for on a Mac, a system tells somewhat less. */
const macMemory = { needed: 4, told: 3.5 } as const;

/** What keeps Docker Desktop from running on a Windows machine; tells what there is of WSL. */
export async function windowsProblems(context: MachineContext): Promise<Problem[]> {
  const look = lookOf(context);
  const [{ told, wsl, distributions }, facts] = await Promise.all([
    look.windows(),
    look.computer(),
  ]);
  context.tell(wslLine({ wsl, distributions }));
  const old = distributions.filter(({ version }) => version === 1).map(({ name }) => name);
  return [
    ...narrow(facts),
    ...judgeWindows(told, wsl),
    ...(old.length > 0 ? [wslDistributionsOld({ distribution: old.join(', ') })] : []),
  ];
}

/** What keeps Docker Desktop from running on a Mac. */
export async function macProblems(context: MachineContext): Promise<Problem[]> {
  const facts = await lookOf(context).computer();
  return facts ? judgeMac(facts, new Date()) : [];
}

/** What keeps the Docker Engine from running on a Linux machine. */
export async function linuxProblems(context: MachineContext): Promise<Problem[]> {
  const look = lookOf(context);
  const [facts, unix] = await Promise.all([look.computer(), look.unix()]);
  return facts ? judgeLinux(facts, unix?.distribution) : [];
}

/** What of a Mac's facts keeps Docker Desktop from running, at that time; a fact that is not known keeps nothing. */
export function judgeMac(facts: ComputerFacts, now: Date): Problem[] {
  const { version, virtualization, memory, rosetta } = facts;
  const needed = oldestMacos(now);
  const major = Number(/^(?:10\.\d+|\d+)/.exec(version ?? '')?.[0] ?? Number.NaN);
  return [
    ...narrow(facts),
    ...(version && major < needed ? [macosTooOld({ version, needed: String(needed) })] : []),
    ...(virtualization === 'off' ? [macWithoutHypervisor({})] : []),
    ...(memory !== undefined && memory < macMemory.told
      ? [memoryLow({ memory: memory.toFixed(1), needed: String(macMemory.needed) })]
      : []),
    ...(rosetta === false ? [rosettaMissing({})] : []),
  ];
}

/** The oldest macOS that Docker Desktop supports: the current one and two before. Since 2025 the number is the next year's, each autumn; before 26 came 15. */
export function oldestMacos(now: Date): number {
  const current = now.getFullYear() - 2_000 + (now.getMonth() >= 9 ? 1 : 0);
  const oldest = current - 2;
  return oldest >= 26 ? oldest : oldest - 10;
}

/** What of a Linux machine's facts keeps the Docker Engine from running; a fact that is not known keeps nothing. */
export function judgeLinux(facts: ComputerFacts, distribution = ''): Problem[] {
  const { inside, architecture } = facts;
  const is32 = narrow(facts);
  if (is32.length > 0) return is32;
  if (inside === 'wsl1') return [wslOne({ distribution })];
  const isKnown = architecture === undefined || ['amd64', 'arm64'].includes(architecture);
  return isKnown ? [] : [architectureUnknown({ architecture })];
}

function narrow(facts: ComputerFacts | undefined): Problem[] {
  if (facts?.bits !== 32) return [];
  return [system32Bit({ system: systemName(facts), wide: facts.processorBits === 64 })];
}
