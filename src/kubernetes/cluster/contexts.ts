import { spawnSync } from 'node:child_process';

/** The contexts that kubectl knows, read at once for the completion with TAB; none where there is no kubectl. */
export function contextNames(): string[] {
  const words = ['config', 'get-contexts', '-o', 'name'];
  const { stdout } = spawnSync('kubectl', words, { encoding: 'utf8', timeout: 2_000 });
  return (stdout ?? '').split('\n').filter(Boolean);
}
