import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import iconv from 'iconv-lite';

import type { Namespace } from '../engine/namespace';
import { finish, note } from '../programs/process';

/** The code page of a Korean Windows: what is typed and what its own programs print. */
const codePage = 'cp949';

/** A Command Prompt of Windows, run by Wine. */
export interface Prompt {
  /** The words that run a Windows program. */
  readonly wine: readonly [string, ...string[]];
  /** The folder in which it opens, as a path of this machine. */
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** What is typed before all else. */
  readonly settings: readonly string[];
  /** A folder for what is typed and printed. */
  readonly scratch: string;
}

/** What lines printed on each stream, and how each ended. */
export interface Session {
  readonly codes: readonly number[];
  readonly stdout: string;
  readonly stderr: string;
}

const ended = /^DKKB-LINE (-?\d+)[ \t]*\r?\n/gm;
const tell = 'echo DKKB-LINE %errorlevel%';

/** Types lines into one Command Prompt, as a reader does, whatever each of them brings. */
export async function typeInto(
  place: Namespace,
  { wine, cwd, env, settings, scratch }: Prompt,
  lines: readonly string[],
): Promise<Session> {
  const [input, out, err] = ['in', 'out', 'err'].map((name) => join(scratch, name)) as Files;
  const typed = [...settings, ...lines.flatMap((line) => [line, tell])];
  writeFileSync(input, iconv.encode(`${typed.join('\r\n')}\r\n`, codePage));
  // Windows' node needs a file as its output: under Wine, a pipe is no stream to it.
  const streams = [openSync(input, 'r'), openSync(out, 'w'), openSync(err, 'w')];
  try {
    const [program, ...words] = wine;
    await finish(place.spawn(program, [...words, 'cmd', '/q'], { cwd, env, stdio: streams }));
  } finally {
    streams.forEach(closeSync);
  }
  const [printed, stderr] = [textOf(readFileSync(out)), textOf(readFileSync(err))];
  note(['cmd:', ...lines], { code: 0, stdout: printed, stderr });
  const codes = [...printed.matchAll(ended)].map(([, code]) => Number(code));
  if (codes.length !== lines.length)
    throw new Error(`${String(codes.length)} of ${lines.join('\n')} ended:\n${printed}${stderr}`);
  return {
    codes,
    stdout: printed.replace(/^Microsoft Windows .*\r?\n/, '').replace(ended, ''),
    stderr,
  };
}

type Files = [string, string, string];

/** Node and Docker print UTF-8, Windows' own programs the code page: each line is one of them. */
function textOf(bytes: Buffer): string {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  for (let from = 0; from < bytes.length;) {
    const end = bytes.indexOf('\n', from) + 1 || bytes.length;
    const line = bytes.subarray(from, end);
    try {
      text += utf8.decode(line);
    } catch {
      text += iconv.decode(line, codePage);
    }
    from = end;
  }
  return text;
}
