import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { dkkb } from './paths';

/** What a program of Windows answers: its exit code, and its output, in UTF-16 where it writes that. */
export interface Answer {
  readonly code?: number;
  readonly text: string;
  readonly encoding?: 'utf8' | 'utf16le';
}

/**
 * Stands in for Windows: Node is told that it runs there, and only these programs are on the PATH. Paths and processes
 * stay those of Linux, so that it proves what is asked and what is said, and nothing of Windows itself.
 */
export class PretendWindows {
  private readonly programs: string;
  private readonly preload: string;

  constructor(private readonly folder: string) {
    this.programs = join(folder, 'programs');
    this.preload = join(folder, 'windows.cjs');
    mkdirSync(this.programs, { recursive: true });
    writeFileSync(
      this.preload,
      `Object.defineProperty(process, 'platform', { value: 'win32' });\n`,
    );
    this.link('sh', '/bin/sh');
  }

  /** Puts a program of this machine on the PATH. */
  link(name: string, path = execFileSync('which', [name], { encoding: 'utf8' }).trim()): void {
    // It is looked up by its name on Windows, and started by its name here.
    for (const file of [`${name}.EXE`, name]) symlinkSync(path, join(this.programs, file));
  }

  /** Puts a program on the PATH that gives an answer. */
  answers(name: string, { code = 0, text, encoding = 'utf8' }: Answer): void {
    const answer = join(this.folder, `${name}.answer`);
    const file = join(this.programs, `${name}.EXE`);
    writeFileSync(answer, Buffer.from(text, encoding));
    writeFileSync(file, `#!/bin/sh\n/bin/cat '${answer}'\nexit ${code}\n`, { mode: 0o755 });
    copyFileSync(file, join(this.programs, name));
  }

  /** Puts Docker Desktop where its installer puts it, without its programs. */
  installsDesktop(): void {
    const folder = join(this.folder, 'Docker', 'Docker');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'Docker Desktop.exe'), '');
  }

  /** The words that run dkkb there, and its variables. */
  dkkb(line: readonly string[]): {
    readonly words: string[];
    readonly env: Record<string, string>;
  } {
    const env = { PATH: this.programs, PATHEXT: '.EXE', USERPROFILE: this.folder };
    const more = { LOCALAPPDATA: this.folder, ProgramFiles: this.folder };
    return {
      words: [process.execPath, '-r', this.preload, dkkb, ...line],
      env: { ...env, ...more },
    };
  }
}
