import { readRecord, updateRecord } from '../machine/records';
import type { Verdict } from '../verdict';

/** Whether nothing but time is missing. */
export function isWaiting({ problems }: Verdict): boolean {
  return problems.length > 0 && problems.every(({ kind }) => kind === 'waiting');
}

/** Records a verdict that is a pass, with its time, and says when the lab was passed first. */
export async function record(
  verdict: Verdict,
  { folder }: { readonly folder: string },
): Promise<Verdict> {
  const { lab, status } = verdict;
  if (status !== 'passed') {
    const { firstPassedAt } = await readRecord(folder, lab.id);
    return firstPassedAt ? { ...verdict, firstPassedAt } : verdict;
  }
  const now = new Date().toISOString();
  const { firstPassedAt = now } = await updateRecord(folder, lab.id, (known) => ({
    ...known,
    firstPassedAt: known.firstPassedAt ?? now,
    lastPassedAt: now,
  }));
  return { ...verdict, firstPassedAt };
}
