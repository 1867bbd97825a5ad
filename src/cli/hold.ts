import type { Platform } from '../core/platform';
import type { Lab } from '../../labs/lab';
import { withLocks } from '../core/machine/lock';
import { reporter } from './views/terminal';

/** Locks labs against other dkkb commands while `work` changes them; says so when it has to wait for one. */
export function hold<T>(
  labs: readonly Lab[],
  { folder }: Pick<Platform, 'folder'>,
  work: () => Promise<T>,
): Promise<T> {
  const names = labs.map(({ id }) => id);
  return withLocks(folder, names, work, () =>
    reporter.note({
      ko: '다른 dkkb 명령이 끝나기를 기다립니다. 강제로 끝난 명령이라면 10초쯤 걸립니다.',
      en: 'Waiting for another dkkb command to end; after one that was killed this takes some 10 seconds.',
    }),
  );
}
