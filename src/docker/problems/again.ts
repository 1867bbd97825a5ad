import type { CommandLine } from '../../core/shell/command';
/** A container that has to be made again, by its name: the commands that remove it and run it again. */
export type Again = Readonly<{ name: string; remove: CommandLine; run: CommandLine }>;
