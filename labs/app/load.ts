import type { ComputerProbe } from '../lab';

/** Loads one lab of the appendix, by its id: what the other labs check is not loaded. */
export const appLabs: Readonly<Record<string, () => Promise<ComputerProbe>>> = {
  'app-windows': async () => (await import('./windows')).windows,
  'app-macos': async () => (await import('./macos')).macos,
  'app-linux-docker': async () => (await import('./linux-docker')).linuxDocker,
  'app-port-forward': async () => (await import('./port-forward')).portForward,
  'app-nano': async () => (await import('./nano')).nano,
  'app-kubectl': async () => (await import('./kubectl')).kubectl,
  'app-minikube': async () => (await import('./minikube')).minikube,
  'app-commands': async () => (await import('./commands')).commandsLab,
  'app-virtualbox': async () => (await import('./virtualbox')).virtualBox,
  'app-ec2': async () => (await import('./ec2')).ec2,
  'app-ssh': async () => (await import('./ssh')).ssh,
};
