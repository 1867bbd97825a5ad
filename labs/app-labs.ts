import { kubectl } from './app/kubectl';
import { linuxDocker } from './app/linux-docker';
import { macos } from './app/macos';
import { minikube } from './app/minikube';
import { windows } from './app/windows';
import type { ComputerProbe } from './lab';

/** The labs of the appendix, which ask about the computer itself, in the order of the book. */
export const labs: readonly ComputerProbe[] = [
  windows,
  macos,
  linuxDocker,
  portForward,
  nano,
  kubectl,
  minikube,
  commandsLab,
  virtualBox,
  ec2,
  ssh,
];
