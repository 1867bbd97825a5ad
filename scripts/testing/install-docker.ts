/** Installs Docker on a bare machine. */
export const INSTALL = 'bash /opt/scripts/install-docker.sh';
/** The vendor's address leads nowhere there, so that every machine takes the same way. */
export const NO_VENDOR = 'echo 127.0.0.1 download.docker.com >>/etc/hosts';

/** The names of the steps, in the order in which they were begun. */
export const steps = (stderr: string): string[] => [
  ...new Set(
    Array.from(stderr.matchAll(/^\[install-docker\] ([a-z]+):/gm), ([, name = '']) => name),
  ),
];
