import { isLinux, type System } from './system';
import type { Verdict } from './verdict';

/** The codes of the problems which say that a lab is about another computer. */
const codes = ['lab-of-other-system', 'terminal-of-wsl'];

/** Whether a lab cannot be done on the computer that was asked: it is about another system. */
export function isOfOtherSystem({ problems }: Pick<Verdict, 'problems'>): boolean {
  return problems.length > 0 && problems.every(({ code }) => codes.includes(code));
}

/** Whether a lab that is about one system, or about every one, can be done on this one. */
export function isAbout(
  { onlyOn }: { readonly onlyOn?: 'windows' | 'macos' | 'linux' },
  system: System,
): boolean {
  if (onlyOn === undefined) return true;
  return onlyOn === 'linux' ? isLinux(system) : onlyOn === system;
}
