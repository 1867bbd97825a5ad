/** Installs Docker on a bare machine. */
export const INSTALL = 'bash /opt/scripts/install-docker.sh';
/** Makes the vendor's address unreachable, so that the scripts do the same on every machine. */
export const NO_VENDOR = 'echo 127.0.0.1 download.docker.com >>/etc/hosts';

/** The names of the steps, in the order in which they were begun. */
export const steps = (stderr: string): string[] => [
  ...new Set(
    Array.from(stderr.matchAll(/^\[install-docker\] ([a-z]+):/gm), ([, name = '']) => name),
  ),
];
