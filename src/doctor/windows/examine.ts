import { judgeWindows } from '../../computer/checks/windows-needs';
import { askWindows } from '../../computer/system/ask-windows';
import { run } from '../../core/machine/process';
import type { Problem } from '../../core/problem';

/** What stands in the way of Docker Desktop on this Windows machine. */
export async function examineWindows(): Promise<Problem[]> {
  const { told, wsl } = await askWindows(run);
  return judgeWindows(told, wsl);
}
