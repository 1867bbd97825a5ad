import { commandOf, namesIn, optionWords, type CommandLine } from '../../../core/shell/command';
import type { UpFlags } from './wishes';

/** The same `dkkb vm up` as it was typed, without some ports of the book, and by another port for SSH where that one is taken. */
export function upAgain(
  flags: UpFlags,
  taken: readonly number[],
  book: readonly number[],
  otherSshPort: number,
): CommandLine {
  const { image, sha256, memory, disk, cpus, by, window, wait, timeout, output } = flags;
  const isSshTaken = taken.some((port) => !book.includes(port));
  const sshPort = isSshTaken ? String(otherSshPort) : flags.sshPort;
  const skipped = [...(flags.skipPort ?? []).flatMap((words) => words.split(/[\s,]+/)), ...taken]
    .map(Number)
    .filter((port) => book.includes(port));
  const values = { image, sha256, memory, disk, cpus, 'ssh-port': sshPort, by, timeout, output };
  return commandOf(
    ...['dkkb', 'vm', 'up'],
    ...optionWords(values),
    ...(window ? ['--window'] : []),
    ...(wait ? [] : ['--no-wait']),
    ...(skipped.length > 0 ? ['--skip-port', [...new Set(skipped)].join(',')] : []),
  );
}

/** The ports in a text such as `5000, 8080`. */
export function portsIn(told: string): number[] {
  return namesIn(told).map(Number);
}
