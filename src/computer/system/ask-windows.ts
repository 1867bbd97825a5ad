import type { MachineContext } from '../../core/check';
import type { ComputerFacts } from '../facts';
import { orNothing } from '../or-nothing';
import { machineIn, machineScript, windowsFacts, type MachineFacts } from './windows';
import { distributionsIn, wslIn, type Distribution, type WslState } from './wsl';

/** How long Windows may take to answer, in milliseconds, and how much it may say; a newer WSL writes UTF-8 when it is asked to. */
const limits = { timeout: 30_000, limit: 64 * 1_024, env: { WSL_UTF8: '1' } } as const;

/** What Windows tells. */
export interface WindowsLook {
  /** As Windows tells it; undefined where PowerShell does not answer. */
  readonly told: MachineFacts | undefined;
  readonly machine: ComputerFacts | undefined;
  readonly wsl: WslState;
  readonly distributions: readonly Distribution[];
}

/** Asks Windows what the machine is, and for WSL. */
export async function askWindows(run: MachineContext['run']): Promise<WindowsLook> {
  const [told, [wsl, distributions]] = await Promise.all([askMachine(run), askWsl(run)]);
  return { told, machine: told && windowsFacts(told), wsl, distributions };
}

async function askMachine(run: MachineContext['run']): Promise<MachineFacts | undefined> {
  const words = ['-NoProfile', '-NonInteractive', '-Command', machineScript];
  const said = await run('powershell', words, limits).catch(orNothing);
  return said && machineIn(said.stdout);
}

async function askWsl(run: MachineContext['run']): Promise<[WslState, Distribution[]]> {
  const [version, list] = await Promise.all(
    [['--version'], ['--list', '--verbose']].map((words) =>
      run('wsl', words, limits).catch(orNothing),
    ),
  );
  const wsl: WslState = version
    ? wslIn(version.code, version.stdout + version.stderr)
    : { is: 'missing' };
  return [wsl, list?.code === 0 ? distributionsIn(list.stdout) : []];
}
