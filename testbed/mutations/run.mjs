#!/usr/bin/env node
/**
 * Breaks a copy of the product once for each kind of fault in the list, and prints which tests, and so which circle,
 * find the fault. The arguments are names of kinds; without any, all are tried.
 * Exit codes: 0 all were found, 1 one was not, 2 wrong use.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describeFile, repository } from '../runner/files.mjs';
import { faults } from './faults.mjs';

const git = (...args) => execFileSync('git', ['-C', repository, ...args], { encoding: 'utf8' });

/** A copy of the last commit, with the packages of this checkout. */
function makeCopy() {
  const copy = mkdtempSync(join(tmpdir(), 'dkkb-mutations-'));
  git('worktree', 'add', '--quiet', '--detach', copy, 'HEAD');
  symlinkSync(join(repository, 'node_modules'), join(copy, 'node_modules'));
  return copy;
}

function build(copy) {
  execFileSync(process.execPath, ['esbuild.config.mjs'], { cwd: copy, stdio: 'ignore' });
}

/** Breaks one file; it has to contain the text that is replaced. */
function breakIt(copy, { file, from, to }) {
  const path = join(copy, file);
  const text = readFileSync(path, 'utf8');
  if (!text.includes(from)) throw new Error(`${file} has no '${from}'`);
  writeFileSync(path, text.replace(from, to));
  return () => writeFileSync(path, text);
}

/** Whether a test file of the copy passes, or only those tests of it whose titles match. */
function passes(copy, test, titles) {
  const words = ['testbed/runner/run.mjs', test, ...(titles ? ['--titles', titles] : [])];
  const { status, stdout } = spawnSync(process.execPath, words, {
    cwd: copy,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return { good: status === 0, told: stdout.trim().split('\n').at(-1) };
}

function tryFault(copy, fault) {
  const mend = breakIt(copy, fault);
  try {
    build(copy);
    const { good, told } = passes(copy, fault.test, fault.titles);
    const { circle } = describeFile(join(copy, fault.test));
    const found = good ? 'NOT FOUND' : circle === 'first' ? 'npm test' : 'npm run test:all';
    console.log(`| ${fault.kind} | \`${fault.file}\` | \`${fault.test}\` | ${found} |`);
    if (good) console.error(`testbed: ${fault.kind}: ${told}`);
    return !good;
  } finally {
    mend();
  }
}

const asked = process.argv.slice(2);
const chosen = faults.filter(({ kind }) => asked.length === 0 || asked.includes(kind));
if (chosen.length === 0) {
  console.error(`no such kind; there are:\n${faults.map(({ kind }) => kind).join('\n')}`);
  process.exit(2);
}
const copy = makeCopy();
try {
  console.log('| fault | broken in | found by | circle |\n| --- | --- | --- | --- |');
  process.exitCode = chosen.map((fault) => tryFault(copy, fault)).every(Boolean) ? 0 : 1;
} finally {
  rmSync(copy, { recursive: true, force: true });
  git('worktree', 'prune');
}
