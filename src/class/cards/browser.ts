import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

import { Failure, lastLine } from '../../core/failure';
import { run } from '../../core/machine/process';
import { commandFailed } from '../../core/problems/program';
import { browserMissing } from '../../core/problems/remote';
import { browsersOf } from './browsers';

/** Milliseconds that a browser may take. */
const timeout = 120_000;

/** Prints an HTML file to a PDF file with the browser of this machine; throws `browser-missing` where there is none. */
export async function printToPdf(html: string, pdf: string): Promise<void> {
  const profile = await mkdtemp(join(tmpdir(), 'dkkb-browser-'));
  const args = [
    ...['--headless', '--disable-gpu', '--no-first-run', `--user-data-dir=${profile}`],
    // The page is our own file and needs nothing from the network.
    ...['--host-resolver-rules=MAP * ~NOTFOUND', '--disable-background-networking'],
    // A browser does not start its sandbox when root runs it.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...['--no-pdf-header-footer', `--print-to-pdf=${resolve(pdf)}`],
    pathToFileURL(resolve(html)).href,
  ];
  try {
    const { code, stderr } = await runBrowser(args);
    if (code !== 0 || !existsSync(pdf))
      throw new Failure(commandFailed({ command: '--print-to-pdf', said: lastLine(stderr) }));
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function runBrowser(args: readonly string[]) {
  const named = process.env['DKKB_BROWSER'];
  for (const program of named ? [named] : browsersOf(process.platform, process.env)) {
    try {
      return await run(program, args, { timeout });
    } catch (error) {
      if (!(error instanceof Failure) || error.code !== 'program-missing') throw error;
    }
  }
  throw new Failure(browserMissing({ program: named ?? '' }));
}
