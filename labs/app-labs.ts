import { commandsLab } from './app/commands';
import { linuxDocker } from './app/linux-docker';
import { nano } from './app/nano';
import type { ComputerProbe } from './lab';

/** The labs of the appendix, which ask about the computer itself, in the order of the book. */
export const labs: readonly ComputerProbe[] = [linuxDocker, nano, commandsLab];
