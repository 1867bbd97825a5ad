import { shells, type Shell } from '../../src/core/shell/shells';

/** Bash itself reads the lines of these. */
const byBash: readonly Shell[] = ['bash', 'git-bash'];

/** Whether lines of a shell can be read here: Windows has no bash. */
export function isReadHere(shell: Shell): boolean {
  return process.platform !== 'win32' || !byBash.includes(shell);
}

/** The shells whose lines can be read here. */
export const readShells: readonly Shell[] = shells.filter(isReadHere);
