import { once } from 'node:events';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { ChildProcess } from 'node:child_process';

import { commandOf } from '../../src/core/shell/command';
import { lineFor } from '../../src/core/shell/render';
import type { Condition } from '../../labs/shared/lab-cases';
import type { Namespace } from '../engine/namespace';
import type { Answer, Place } from '../labs/place';
import { run, type Finished } from '../programs/process';
import { repository } from '../programs/paths';
import {
  connect,
  desktopPort,
  drives,
  folder,
  furnish,
  ofWindows,
  onZ,
  ownPrograms,
  profile,
  promptOf,
  standIn,
  usual,
  wineFolder,
  type WindowsOptions,
} from './furnish';
import { typeInto, type Prompt, type Session } from './prompt';
import { Window } from './window';

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
  static async start(place: Namespace, options: Partial<WindowsOptions> = {}): Promise<Windows> {
    const root = await mkdtemp(join(dirname(place.home), 'windows-'));
    const windows = new Windows(place, root, { ...usual, ...options });
    await furnish(root, windows.options);
    windows.empty();
    const { DKKB_KUBECONFIG: config } = place.env;
    if (config) await connect(root, config);
    await windows.startDesktop();
    return windows;
  }

  /** Drive C:, as a path of this machine. */
  get driveC(): string {
    return drives.c(this.root);
  }

  /** Drive D:, as a path of this machine. */
  get driveD(): string {
    return drives.d(this.root);
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
    await standIn(join(this.driveC, ownPrograms), name);
  }

  /** The same in the reader's folder, where cmd looks first, also for programs of Windows itself. */
  async standsInHere(name: string): Promise<void> {
    await standIn(this.folder, name);
  }

  /** The same in a folder of drive C:. */
  async standsInAt(folder: string, name: string): Promise<void> {
    await standIn(join(this.driveC, folder), name);
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
    await run(join(wineFolder, 'wineserver'), ['-k'], { env: this.opened.env });
    rmSync(this.root, { recursive: true, force: true });
  }

  private get opened(): Prompt {
    return promptOf(this.root, this.options);
  }

  private async startDesktop(): Promise<void> {
    const socket = (this.place.env['DOCKER_HOST'] ?? '').replace('unix://', '');
    if (!existsSync(socket)) return;
    const program = join(repository, 'testbed', 'windows', 'desktop.mjs');
    const words = [program, String(desktopPort), socket, `c=${this.driveC}`, `d=${this.driveD}`];
    this.desktop = this.place.spawn(process.execPath, words);
    if (this.desktop.stdout) await once(this.desktop.stdout, 'data');
  }
}
