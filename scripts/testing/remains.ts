import type { BareMachine } from './bare-machine';

// What apt, dpkg and the engine's network note down about themselves, and what is no disk.
const left = [
  '/proc',
  '/sys',
  '/dev',
  '/tmp',
  '/srv',
  '/run',
  '/opt/scripts',
  '/var/lib/apt',
  '/var/lib/dpkg',
];
const notes =
  /^\/var\/(?:log\/(?:apt\/|dpkg|alternatives)|cache\/(?:apt|debconf|ldconfig)\/)|^\/etc\/g?shadow-$|^\/etc\/(?:group|passwd)-$/;

/** What is on a machine: packages, groups with their members, files and folders. */
export async function holdings(machine: BareMachine): Promise<string[]> {
  const skipped = left.flatMap((path) => ['-o', '-path', path]).slice(1);
  const { stdout } = await machine.sh(
    `dpkg-query -W -f '${'${Package} ${Status}'}\\n'; cat /etc/group
     find / -xdev '(' ${skipped.join(' ')} ')' -prune -o -print`,
  );
  return stdout
    .split('\n')
    .filter((line) => !notes.test(line))
    .sort();
}
