import { Failure } from '../../core/failure';
import { run } from '../../core/machine/process';
import type { Problem } from '../../core/problem';
import { machineIn, machineScript, wslIn, type MachineFacts, type WslState } from './answers';
import { judgeWindows } from './judge';

/** How long Windows may take to answer, in milliseconds, and how much it may say; a newer WSL writes UTF-8 when it is asked to. */
const limits = { timeout: 30_000, limit: 64 * 1_024, env: { WSL_UTF8: '1' } } as const;

/** What stands in the way of Docker Desktop on this Windows machine. */
export async function examineWindows(): Promise<Problem[]> {
  const [machine, wsl] = await Promise.all([askMachine(), askWsl()]);
  return judgeWindows(machine, wsl);
}

async function askMachine(): Promise<MachineFacts | undefined> {
  const words = ['-NoProfile', '-NonInteractive', '-Command', machineScript];
  const said = await run('powershell', words, limits).catch(unknown);
  return said && machineIn(said.stdout);
}

async function askWsl(): Promise<WslState> {
  const said = await run('wsl', ['--version'], limits).catch(unknown);
  return said ? wslIn(said.code, said.stdout + said.stderr) : { is: 'missing' };
}

function unknown(error: unknown): undefined {
  if (error instanceof Failure) return undefined;
  throw error;
}
