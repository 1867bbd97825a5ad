import { commandsLab } from './app/commands';
import { ec2 } from './app/ec2';
import { kubectl } from './app/kubectl';
import { linuxDocker } from './app/linux-docker';
import { macos } from './app/macos';
import { minikube } from './app/minikube';
import { nano } from './app/nano';
import { portForward } from './app/port-forward';
import { ssh } from './app/ssh';
import { virtualBox } from './app/virtualbox';
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
