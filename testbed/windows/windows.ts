import { once } from 'node:events';
import { existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { copyFile, cp, mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { ChildProcess } from 'node:child_process';

import { commandOf } from '../../src/core/shell/command';
import { lineFor } from '../../src/core/shell/render';
import type { Condition } from '../../labs/shared/lab-cases';
import type { Namespace } from '../engine/namespace';
import type { Answer, Place } from '../labs/place';
import { run, type Finished } from '../programs/process';
import { cache, dkkb, repository } from '../programs/paths';
import { typeInto, type Prompt, type Session } from './prompt';
import { Window } from './window';

const part = join(cache, 'windows');
const wine = '/usr/lib/wine/wine64';

/** The lines of Node.js that a reader on Windows has here; newer ones do not start under Debian's Wine. */
export const windowsNodes = ['20', '22'] as const;

/** The programs that a reader on Windows may have beside Node.js. */
type WindowsProgram = 'docker' | 'kubectl';

/** What is on a Windows machine. */
export interface WindowsOptions {
  /** @default '22' */
  readonly node?: (typeof windowsNodes)[number];
  /** @default both */
  readonly programs?: readonly WindowsProgram[];
}

/** The port of the stand-in for Docker Desktop. */
const desktopPort = 2375;
/** A reader whose name is Korean, with a space; OneDrive keeps the desktop. */
const profile = 'users/김 철수';
const folder = `${profile}/OneDrive/바탕 화면/도커 실습`;

/** Where programs of this test bed are. */
const ownPrograms = 'dkkb';

/** The path of Windows for a path of drive C:. */
const ofWindows = (path: string): string => `C:\\${path.replaceAll('/', '\\')}`;

/** A path of this machine, as Wine shows it to Windows' programs. */
const onZ = (path: string): string => `Z:${path.replaceAll('/', '\\')}`;

/**
 * A Windows machine, run by Wine, whose reader types in the Command Prompt; its engine or cluster is the one of a
 * place. It is a stand-in: what is real are Windows' programs (Node.js, Docker's client with Compose, kubectl).
 */
export class Windows implements Place {
  private desktop: ChildProcess | undefined;

  private constructor(
    private readonly place: Namespace,
    private readonly root: string,
    private readonly options: WindowsOptions,
  ) {}

  /** Starts a new Windows beside a place; `stop` ends and removes it. */
  static async start(place: Namespace, options: WindowsOptions = {}): Promise<Windows> {
    const root = await mkdtemp(join(dirname(place.home), 'windows-'));
    const windows = new Windows(place, root, options);
    await windows.furnish();
    return windows;
  }

  /** Drive C:, as a path of this machine. */
  get driveC(): string {
    return join(this.root, 'prefix', 'drive_c');
  }

  /** Drive D:, as a path of this machine. */
  get driveD(): string {
    return join(this.root, 'drive_d');
  }

  /** The reader's working folder, as a path of this machine. */
  get folder(): string {
    return join(this.driveC, folder);
  }

  /** A file of that folder: as a path of this machine, and as the reader sees it. */
  inFolder(file: string): { path: string; shown: string } {
    return { path: join(this.folder, file), shown: ofWindows(`${folder}/${file}`) };
  }

  /** A path of this machine, as the reader sees it. */
  shows(path: string): string {
    return onZ(path);
  }

  /** Runs a line of this machine's shell in the reader's folder: what the reader could have done there. */
  sh(line: string): Promise<Finished> {
    return this.place.sh(line, { cwd: this.folder });
  }

  /** Types lines into one Command Prompt, each whatever the one before brings. */
  prompt(...lines: readonly string[]): Promise<Session> {
    return typeInto(this.place, this.opened, lines);
  }

  /** Opens a window with the Command Prompt, or with a program in its place; the test closes it. */
  async window(words: readonly string[] = ['cmd']): Promise<Window> {
    const window = new Window(this.place, this.opened, basename(this.root));
    await window.open(words);
    return window;
  }

  async types(lines: readonly string[]): Promise<Finished> {
    const { codes, ...printed } = await this.prompt(...lines);
    return { code: codes.find((code) => code !== 0) ?? 0, ...printed };
  }

  /** Makes a file as Notepad does: the lines end with CR and LF. */
  async saves(file: string, text: string): Promise<void> {
    await this.has(file, text.replaceAll('\n', '\r\n'));
  }

  /** Puts a file into the reader's folder, byte by byte. */
  async has(file: string, content: string | Buffer): Promise<void> {
    const path = join(this.folder, file);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  }

  dkkb(...args: readonly string[]): Promise<Finished> {
    return this.types([lineFor('cmd', commandOf('dkkb', ...args))]);
  }

  asks(condition: Condition): Promise<Answer> {
    return this.place.asks(condition);
  }

  /** Puts a program of that name on the PATH that only prints its words, a stand-in. */
  async standsIn(name: string): Promise<void> {
    await copyFile(join(part, 'argv.exe'), join(this.driveC, ownPrograms, `${name}.exe`));
  }

  /** The same in the reader's folder, where cmd looks first, also for programs of Windows itself. */
  async standsInHere(name: string): Promise<void> {
    await copyFile(join(part, 'argv.exe'), join(this.folder, `${name}.exe`));
  }

  /** The same in a folder of drive C:. */
  async standsInAt(folder: string, name: string): Promise<void> {
    await mkdir(join(this.driveC, folder), { recursive: true });
    await copyFile(join(part, 'argv.exe'), join(this.driveC, folder, `${name}.exe`));
  }

  /** The words that such a program was given; undefined where it was not started. */
  async wordsOf(name: string): Promise<readonly string[] | undefined> {
    const kept = join(this.driveC, ownPrograms, `${name}.exe.txt`);
    return existsSync(kept) ? (await readFile(kept, 'utf8')).trimEnd().split(/\r?\n/) : undefined;
  }

  /** The programs of this Windows that run now. */
  async programs(): Promise<string[]> {
    const own = `WINEPREFIX=${join(this.root, 'prefix')}`;
    const processes = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
    const names = processes.map(async (pid) => {
      const read = (file: string) => readFile(join('/proc', pid, file), 'utf8').catch(() => '');
      const isOwn = (await read('environ')).split('\0').includes(own);
      return isOwn ? ((await read('cmdline')).split('\0')[0] ?? '') : '';
    });
    return (await Promise.all(names)).filter(Boolean);
  }

  /** Empties the reader's folders. */
  empty(): void {
    for (const path of [this.folder, join(this.driveC, profile, 'AppData')]) {
      rmSync(path, { recursive: true, force: true });
      mkdirSync(path, { recursive: true });
    }
  }

  /** Ends all its programs, and removes it. */
  async stop(): Promise<void> {
    if (this.desktop?.exitCode === null) {
      const ended = once(this.desktop, 'exit');
      this.desktop.kill();
      await ended;
    }
    // The server of Wine ends all programs of this Windows, and itself.
    await run(join(dirname(wine), 'wineserver'), ['-k'], { env: this.opened.env });
    rmSync(this.root, { recursive: true, force: true });
  }

  private async furnish(): Promise<void> {
    const [from, to] = [join(part, 'prefix'), join(this.root, 'prefix')];
    // The system's own folder, of 690 MB, is never written to.
    const system = join('drive_c', 'windows');
    await cp(from, to, {
      recursive: true,
      verbatimSymlinks: true,
      filter: (path) => path !== join(from, system),
    });
    symlinkSync(join(from, system), join(to, system));
    mkdirSync(this.driveD);
    symlinkSync('../../drive_d', join(to, 'dosdevices', 'd:'));
    this.empty();
    await this.install();
    await this.startDesktop();
  }

  private async install(): Promise<void> {
    const { programs = ['docker', 'kubectl'] } = this.options;
    for (const name of programs) {
      const bin = join(this.driveC, 'Program Files', name);
      mkdirSync(bin, { recursive: true });
      symlinkSync(join(part, `${name}.exe`), join(bin, `${name}.exe`));
    }
    if (programs.includes('docker')) {
      const plugins = join(this.driveC, 'Program Files', 'Docker', 'cli-plugins');
      mkdirSync(plugins, { recursive: true });
      symlinkSync(join(part, 'docker-compose.exe'), join(plugins, 'docker-compose.exe'));
    }
    const bin = join(this.driveC, ownPrograms);
    mkdirSync(bin);
    await writeFile(join(bin, 'dkkb.cmd'), `@node "${onZ(dkkb)}" %*\r\n`);
    await copyFile(join(part, 'hold.exe'), join(bin, 'hold.exe'));
    await this.connect();
  }

  /** Gives the reader the cluster's configuration, as its administrator hands it out. */
  private async connect(): Promise<void> {
    const { DKKB_KUBECONFIG: config } = this.place.env;
    if (!config) return;
    const to = join(this.driveC, profile, '.kube');
    mkdirSync(to, { recursive: true });
    await cp(config, join(to, 'config'));
  }

  private async startDesktop(): Promise<void> {
    const socket = (this.place.env['DOCKER_HOST'] ?? '').replace('unix://', '');
    if (!existsSync(socket)) return;
    const program = join(repository, 'testbed', 'windows', 'desktop.mjs');
    const words = [program, String(desktopPort), socket, `c=${this.driveC}`, `d=${this.driveD}`];
    this.desktop = this.place.spawn(process.execPath, words);
    if (this.desktop.stdout) await once(this.desktop.stdout, 'data');
  }

  private get opened(): Prompt {
    const { node = '22', programs = ['docker', 'kubectl'] } = this.options;
    const path = [
      onZ(join(part, 'node', node, 'bin')),
      ...programs.map((name) => `C:\\Program Files\\${name}`),
      ofWindows(ownPrograms),
    ];
    const env = {
      WINEPREFIX: join(this.root, 'prefix'),
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
    return { wine, cwd: this.folder, env, settings, scratch: this.root };
  }
}
