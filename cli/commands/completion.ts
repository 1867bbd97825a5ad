import type { Command } from 'commander';

/** `dkkb completion SHELL`. */
export function completion(_shell: string, _program: Command): number {
  return 3;
}
