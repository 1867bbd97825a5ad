import type { Command } from './command';
import { lineFor, wordFor } from './render';
import { readersShell } from './reader';

/** A command as the reader types it. */
export function typed(command: Command): string {
  return lineFor(readersShell(), command);
}

/** A word as the reader types it. */
export function typedWord(word: string): string {
  return wordFor(readersShell(), word);
}
