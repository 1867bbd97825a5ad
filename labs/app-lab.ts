import type { ComputerProbe } from './lab';

/** Loads one lab of the appendix, by its id: what the other labs check is not loaded. */
export const appLabs: Readonly<Record<string, () => Promise<ComputerProbe>>> = {
  'app-windows': async () => (await import('./app/windows')).windows,
  'app-macos': async () => (await import('./app/macos')).macos,
  'app-linux-docker': async () => (await import('./app/linux-docker')).linuxDocker,
  'app-port-forward': async () => (await import('./app/port-forward')).portForward,
  'app-nano': async () => (await import('./app/nano')).nano,
  'app-kubectl': async () => (await import('./app/kubectl')).kubectl,
  'app-minikube': async () => (await import('./app/minikube')).minikube,
  'app-commands': async () => (await import('./app/commands')).commandsLab,
  'app-virtualbox': async () => (await import('./app/virtualbox')).virtualBox,
  'app-ec2': async () => (await import('./app/ec2')).ec2,
  'app-ssh': async () => (await import('./app/ssh')).ssh,
};
