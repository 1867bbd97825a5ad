import { mkdirSync, symlinkSync } from 'node:fs';
import { copyFile, cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { cache, dkkb } from '../programs/paths';
import type { Prompt } from './prompt';

const part = join(cache, 'windows');
/** The folder of Wine's programs. */
export const wineFolder = '/usr/lib/wine';
/**
 * The words that run Windows' programs. Debian's Wine is loaded below the one page whose place Windows fixes
 * (0x7ffe0000). Linux puts a program's heap anywhere in the gigabyte above it, and now and then onto that page, so that
 * a program does not start; without that choice by chance, the heap is always beside Wine.
 */
const wine = ['setarch', '--addr-no-randomize', join(wineFolder, 'wine64')] as const;

/** The lines of Node.js that a reader on Windows has here; newer ones do not start under Debian's Wine. */
export const windowsNodes = ['20', '22'] as const;

/** The programs that a reader on Windows may have beside Node.js. */
type WindowsProgram = 'docker' | 'kubectl';

/** What is on a Windows machine. */
export interface WindowsOptions {
  readonly node: (typeof windowsNodes)[number];
  readonly programs: readonly WindowsProgram[];
}

/** What most readers have. */
export const usual: WindowsOptions = { node: '22', programs: ['docker', 'kubectl'] };

/** The port of the stand-in for Docker Desktop. */
export const desktopPort = 2375;
/** The folder of a reader whose name is Korean, with a space; OneDrive keeps the desktop. */
export const profile = 'users/김 철수';
/** That reader's working folder on drive C:. */
export const folder = `${profile}/OneDrive/바탕 화면/도커 실습`;

/** Where programs of this test bed are. */
export const ownPrograms = 'dkkb';

/** The path of Windows for a path of drive C:. */
export const ofWindows = (path: string): string => `C:\\${path.replaceAll('/', '\\')}`;

/** A path of this machine, as Wine shows it to Windows' programs. */
export const onZ = (path: string): string => `Z:${path.replaceAll('/', '\\')}`;

/** Where the drives of a Windows are, in its own folder. */
export const drives = {
  c: (root: string) => join(root, 'prefix', 'drive_c'),
  d: (root: string) => join(root, 'drive_d'),
};

/** Makes a new Windows in a folder, with the programs of its reader. */
export async function furnish(root: string, { programs }: WindowsOptions): Promise<void> {
  await makeSystem(join(root, 'prefix'));
  mkdirSync(drives.d(root));
  symlinkSync('../../drive_d', join(root, 'prefix', 'dosdevices', 'd:'));
  const driveC = drives.c(root);
  for (const name of programs) link(join(driveC, 'Program Files', name), name);
  if (programs.includes('docker'))
    link(join(driveC, 'Program Files', 'Docker', 'cli-plugins'), 'docker-compose');
  const bin = join(driveC, ownPrograms);
  mkdirSync(bin);
  await writeFile(join(bin, 'dkkb.cmd'), `@node "${onZ(dkkb)}" %*\r\n`);
  await copyFile(join(part, 'hold.exe'), join(bin, 'hold.exe'));
}

async function makeSystem(to: string): Promise<void> {
  const from = join(part, 'prefix');
  // The system's own folder, of 690 MB, is never written to.
  const system = join('drive_c', 'windows');
  await cp(from, to, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => path !== join(from, system),
  });
  symlinkSync(join(from, system), join(to, system));
}

function link(folder: string, program: string): void {
  mkdirSync(folder, { recursive: true });
  symlinkSync(join(part, `${program}.exe`), join(folder, `${program}.exe`));
}

/** Gives the reader a cluster's configuration, as its administrator hands it out. */
export async function connect(root: string, config: string): Promise<void> {
  const to = join(drives.c(root), profile, '.kube');
  mkdirSync(to, { recursive: true });
  await cp(config, join(to, 'config'));
}

/** Puts a stand-in for a program into a folder: it only prints its words, and keeps them beside itself. */
export async function standIn(folder: string, name: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await copyFile(join(part, 'argv.exe'), join(folder, `${name}.exe`));
}

/** How the Command Prompt of a Windows is opened in its reader's folder. */
export function promptOf(root: string, { node, programs }: WindowsOptions): Prompt {
  const path = [
    onZ(join(part, 'node', node, 'bin')),
    ...programs.map((name) => `C:\\Program Files\\${name}`),
    ofWindows(ownPrograms),
  ];
  const env = {
    WINEPREFIX: join(root, 'prefix'),
    WINEDEBUG: '-all',
    WINEPATH: path.join(';'),
    // A Korean Windows: its code page is 949, and its own programs speak Korean.
    LOCPATH: join(part, 'locale'),
    LANG: 'ko_KR.UTF-8',
    LC_ALL: 'ko_KR.UTF-8',
    ...(programs.includes('docker')
      ? { DOCKER_HOST: `tcp://localhost:${String(desktopPort)}` }
      : { DOCKER_HOST: undefined }),
    NODE_PATH: onZ(join(part, 'node_modules')),
  };
  const home = ofWindows(profile);
  const settings = [
    `set USERPROFILE=${home}`,
    `set APPDATA=${home}\\AppData\\Roaming`,
    `set LOCALAPPDATA=${home}\\AppData\\Local`,
  ];
  return { wine, cwd: join(drives.c(root), folder), env, settings, scratch: root };
}
