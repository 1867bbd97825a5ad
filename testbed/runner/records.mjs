import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

import { repository } from './files.mjs';

const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'dkkb', 'testbed');

/** The folder for the results of a run, with a folder for each failed test. */
export const results = process.env.DKKB_TEST_RESULTS ?? join(repository, 'test-results');

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return {};
  }
}

function write(file, value) {
  try {
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
  } catch {
    // Without a record, the next run only does not know the times.
  }
}

const timesFile = join(cache, 'times.json');

/** Seconds that files, parts and circles took the last time on this machine. */
export function knownTimes() {
  return { files: {}, parts: {}, circles: {}, ...read(timesFile) };
}

/** Keeps the times of this run together with those of earlier runs. */
export function keepTimes({ files = {}, parts = {}, circles = {} }) {
  const known = knownTimes();
  write(timesFile, {
    files: { ...known.files, ...files },
    parts: { ...known.parts, ...parts },
    circles: { ...known.circles, ...circles },
  });
}

/** Identifies the state of the sources: two runs with the same id test the same. */
function sources() {
  const git = (...args) => execFileSync('git', ['-C', repository, ...args], { encoding: 'utf8' });
  try {
    return git('rev-parse', 'HEAD') + git('status', '--porcelain') + git('diff', 'HEAD');
  } catch {
    return '';
  }
}

const passedFile = join(results, 'passed.json');

/** Keeps which files passed, with their numbers of tests, so that another run can leave them out. */
export function keepPassed(files) {
  write(passedFile, { sources: sources(), files });
}

/** The files that passed in the last run of the same sources, with their numbers of tests. */
export function lastPassed() {
  const kept = read(passedFile);
  const same = kept.sources && kept.sources === sources();
  return same ? kept.files : [];
}

/** Writes all measurements of this run. */
export function keepRun(run) {
  write(join(results, 'run.json'), run);
}
