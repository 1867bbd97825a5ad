import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  openSync,
  readlinkSync,
  readSync,
} from 'node:fs';
import { machine, release, type, userInfo } from 'node:os';
import { delimiter, join } from 'node:path';

import { knownPaths, knownPrograms } from './unix-script';

/**
 * The same parts as those of the script for a Unix machine, of the Linux that this runs on: reading them takes a tenth of
 * the time that its programs take to start.
 */
export function partsHere(): Map<string, string> {
  const { uid, username, homedir } = userInfo();
  const groups = beginning('/etc/group', 256 * 1_024).split('\n');
  return new Map([
    ['uname', `${type()} ${release()} ${machine()}`],
    ['bits', /64/.test(process.arch) ? '64' : '32'],
    ['id', `uid=${uid}(${username}) groups=${groupNames(groups)}`],
    ['release', beginning('/etc/os-release', 4_000)],
    ['memory', firstLine(beginning('/proc/meminfo', 200))],
    ['cpu', flagsIn(beginning('/proc/cpuinfo', 16_000))],
    ['kvm', existsSync('/dev/kvm') ? 'yes' : ''],
    ['group', groups.find((line) => line.startsWith('docker:')) ?? ''],
    ['virt', existsSync('/.dockerenv') ? 'docker' : ''],
    ['wsl', process.env['WSL_DISTRO_NAME'] ?? ''],
    ['programs', knownPrograms.flatMap((name) => onPath(name) ?? []).join('\n')],
    ['paths', pathsHere(homedir).join('\n')],
    ['home', homedir],
    ['socket', linkOf('/var/run/docker.sock')],
  ]);
}

/** The beginning of a file; empty where it cannot be read. */
function beginning(path: string, most: number): string {
  try {
    const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const bytes = Buffer.alloc(most);
      return bytes.toString('utf8', 0, readSync(file, bytes, 0, most, 0));
    } finally {
      closeSync(file);
    }
  } catch {
    return '';
  }
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}

function flagsIn(text: string): string {
  return text.split('\n').find((line) => /^(?:flags|Features)\s*:/.test(line)) ?? '';
}

function groupNames(lines: readonly string[]): string {
  const ids = new Set((process.getgroups?.() ?? []).map(String));
  const names = lines.flatMap((line) => {
    const [name, , id = ''] = line.split(':');
    return ids.has(id) ? [`${id}(${name})`] : [];
  });
  return names.join(',');
}

function onPath(name: string): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, name)).find(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function pathsHere(home: string): string[] {
  const paths = Object.values(knownPaths).map((path) => path.replace(/^~/, home));
  return paths.filter((path) => existsSync(path));
}

function linkOf(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}
