#!/usr/bin/env node
/**
 * The program of `npm test` and `npm run test:all`: makes the missing parts of the test bed while tests run that
 * do not need them, and prints the numbers at the end. With CI=true a part that cannot be made fails the run.
 */
import { execFileSync, spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { describeFile, inOrder, isEndToEnd, repository, shuffled } from './files.mjs';
import { makeParts, missingParts } from './parts.mjs';
import { clock, Progress } from './progress.mjs';
import { keepPassed, keepRun, keepTimes, knownTimes, lastPassed, results } from './records.mjs';

const usage = `usage: npm test [-- FILE...]              the first circle: a whole walk through everything
       npm run test:all [-- FILE...]      everything
       npm run test:lab -- ID             all that concerns one lab
options: --workers N   test files at once
         --titles PATTERN only tests whose titles match
         --remaining   only what did not pass in the last run over the same sources
         --random SEED the files in an order that the seed decides
Each FILE is a part of a test file's name.
exit codes: 0 all passed, 1 not all passed, 2 wrong use`;

const jest = join(repository, 'node_modules', 'jest', 'bin', 'jest.js');
// A test waits more than it computes: for servers that start, and for time limits of a check.
const usualWorkers = availableParallelism() * 2;

function readCommandLine() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        all: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
        lab: { type: 'string' },
        random: { type: 'string' },
        titles: { type: 'string' },
        remaining: { type: 'boolean', default: false },
        workers: { type: 'string', default: String(usualWorkers) },
      },
    });
  } catch (error) {
    console.error(`${error.message}\n${usage}`);
    process.exit(2);
  }
}

function listTestFiles() {
  const listed = execFileSync(process.execPath, [jest, '--listTests'], {
    cwd: repository,
    encoding: 'utf8',
  });
  return listed.split('\n').filter(Boolean);
}

/** Whether a file belongs to the chapter of a lab; in it, the tests whose titles name the lab are run. */
const concernsLab = ({ name }, id) => {
  const chapter = id.split('-')[0];
  return name.startsWith('labs/') && (!isEndToEnd(name) || name.includes(chapter));
};

function chooseFiles({ all, lab, remaining }, words, known) {
  const done = new Map(remaining ? lastPassed().map((file) => [file.name, file]) : []);
  const files = listTestFiles().map((path) => describeFile(path, known));
  const asked = files.filter(
    (file) =>
      (all || lab || words.length > 0 || file.circle === 'first') &&
      (!lab || concernsLab(file, lab)) &&
      (words.length === 0 || words.some((word) => file.name.includes(word))),
  );
  return {
    files: asked.filter(({ name }) => !done.has(name)),
    before: asked.flatMap(({ name }) => done.get(name) ?? []),
  };
}

/** Seconds of processor time that this machine has spent, of all processes. */
function processorSeconds() {
  return cpus().reduce((sum, { times: { user, nice, sys } }) => sum + user + nice + sys, 0) / 1000;
}

/** Removes the control groups that counted the workers of ended runs. */
function removeGroups(folder = '/sys/fs/cgroup/cpuacct') {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder).filter((other) => other.startsWith('dkkb-worker'))) {
    try {
      rmdirSync(join(folder, name));
    } catch {
      // Still in use by another run.
    }
  }
}

class Run {
  constructor(files, before, options, known) {
    Object.assign(this, { files, before, options, known });
    this.byPath = new Map(files.map((file) => [file.path, file]));
    this.running = new Set();
    this.ended = [];
    this.leftOut = [];
    this.parts = {};
    this.making = new Map();
    this.failedParts = new Set();
    this.stops = [];
    this.start = Date.now();
  }

  /** Ends everything that this run has started; the results so far are still printed. */
  stop() {
    this.stops.forEach((stop) => stop());
  }

  get seconds() {
    return (Date.now() - this.start) / 1000;
  }

  sum(key) {
    return [...this.before, ...this.ended].reduce((sum, file) => sum + file[key], 0);
  }

  describe() {
    const names = [...this.running].map(({ name }) => name.replace(/(\.e2e)?\.test\.ts$/, ''));
    const parts = [...this.making].map(
      ([name, start]) => `${name} (${clock((Date.now() - start) / 1000)})`,
    );
    const made = parts.length > 0 ? `; making ${parts.join(', ')}` : '';
    return (
      `testbed: ${clock(this.seconds)}: ${this.ended.length} of ${this.files.length} files, ` +
      `${this.sum('passed')} passed, ${this.sum('failed')} failed${made}` +
      (names.length > 0 ? `; running ${names.join(', ')}` : '')
    );
  }

  /** Prints what will be made and run, and how long that took the last time. */
  announce(missing, circle) {
    const endToEnd = this.files.filter(({ path }) => isEndToEnd(path)).length;
    const took = (seconds) => (seconds ? ` (${clock(seconds)} the last time)` : '');
    const parts = missing.map((name) => `${name}${took(this.known.parts[name])}`).join(', ');
    this.progress.say(
      `testbed: ${this.files.length} test files, ${endToEnd} of them on real parts${took(this.known.circles[circle])}\n` +
        `testbed: ${parts ? `to be made first: ${parts}` : 'all parts are there'}`,
    );
  }

  onFileEnd({ path, seconds, passed, skipped, failures }) {
    const file = this.byPath.get(path);
    this.running.delete(file);
    const absent = failures.find(({ text }) => text.includes('PART-ABSENT'));
    if (absent) {
      this.leftOut.push({
        name: file.name,
        without: file.needs.filter((part) => this.failedParts.has(part)),
      });
      return;
    }
    this.ended.push({
      name: file.name,
      needs: file.needs,
      seconds,
      passed,
      skipped,
      failed: failures.length,
    });
    for (const { title, text } of failures) {
      this.progress.say(
        `\nFAILED ${file.name}${title ? ` › ${title}` : ' could not be run'}\n${text}\n`,
      );
    }
  }

  onMessage(message) {
    if (message.type === 'start') this.running.add(this.byPath.get(message.path));
    if (message.type === 'end') this.onFileEnd(message);
  }

  runJest(order, partsFolder, missing) {
    const { lab, titles = lab, workers } = this.options;
    const more = [...(titles ? ['--testNamePattern', titles] : [])];
    const planFile = join(results, 'plan.json');
    const plan = order.map(({ path, needs }) => ({
      path,
      waitsFor: needs.filter((part) => missing.includes(part)),
    }));
    writeFileSync(planFile, JSON.stringify(plan));
    const child = spawn(
      process.execPath,
      [
        ...[jest, '--maxWorkers', workers, '--passWithNoTests'],
        ...['--reporters', join(repository, 'testbed', 'runner', 'reporter.mjs'), ...more],
        ...['--runTestsByPath', ...order.map(({ path }) => path)],
      ],
      {
        cwd: repository,
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
        // It has its own process group, so that its workers end with it.
        detached: true,
        env: {
          ...process.env,
          FORCE_COLOR: '0',
          DKKB_TEST_PLAN: planFile,
          DKKB_TEST_RESULTS: results,
          DKKB_TEST_PARTS: partsFolder,
        },
      },
    );
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (chunk) => (said += chunk));
    }
    child.on('message', (message) => this.onMessage(message));
    this.stops.push(() => child.exitCode === null && process.kill(-child.pid, 'SIGTERM'));
    return new Promise((resolve) => child.once('close', (code) => resolve({ code, said })));
  }

  makeMissing(missing, folder) {
    return makeParts(missing, folder, {
      onStart: (name) => this.making.set(name, Date.now()),
      onEnd: (name, made, seconds) => {
        this.making.delete(name);
        if (made) this.parts[name] = seconds;
        else this.failedParts.add(name);
        this.progress.say(
          `testbed: ${name} ${made ? 'made' : 'could not be made'}, ${clock(seconds)}`,
        );
      },
      onText: (text) => this.progress.say(text),
    });
  }

  async run(circle) {
    for (const old of ['failures', 'processor.jsonl']) {
      rmSync(join(results, old), { recursive: true, force: true });
    }
    const partsFolder = join(results, 'parts');
    rmSync(partsFolder, { recursive: true, force: true });
    mkdirSync(results, { recursive: true });
    const needed = [...new Set(this.files.flatMap(({ needs }) => needs))];
    const missing = missingParts(needed);
    this.progress = new Progress(() => this.describe());
    this.announce(missing, circle);
    const processor = processorSeconds();
    const parts = this.makeMissing(missing, partsFolder);
    this.stops.push(parts.stop);
    const { random, workers } = this.options;
    const order = random
      ? shuffled(this.files, random)
      : inOrder(this.files, missing, Number(workers));
    const { code, said } =
      order.length > 0 ? await this.runJest(order, partsFolder, missing) : { code: 0 };
    parts.stop();
    await parts.done;
    this.processor = processorSeconds() - processor;
    this.progress.end();
    return this.conclude(code, said, circle);
  }

  conclude(code, said, circle) {
    const [passed, failed] = [this.sum('passed'), this.sum('failed')];
    const lost = this.files.length - this.ended.length - this.leftOut.length;
    let good = failed === 0 && lost === 0 && passed > 0;
    if (lost > 0) console.error(`testbed: ${lost} test files came to no end; jest said:\n${said}`);
    else if (code !== 0 && failed === 0 && this.leftOut.length === 0) {
      good = false;
      console.error(`testbed: jest ended with ${code} although no test failed:\n${said}`);
    }
    for (const { name, without } of this.leftOut) {
      console.error(`testbed: left out: ${name}: without ${without.join(', ')}`);
    }
    if (this.failedParts.size > 0) {
      console.error(
        `testbed: to find out why: testbed/prepare.sh ${[...this.failedParts].join(' ')}`,
      );
      if (process.env.CI === 'true') {
        good = false;
        console.error('testbed: with CI=true nothing may be left out: the run fails');
      }
    }
    if (passed === 0) console.error('testbed: no test passed');
    if (failed > 0)
      console.error(`testbed: what each failed test left: ${join(results, 'failures')}`);
    this.keep(circle, good);
    removeGroups();
    console.error(`testbed: ${clock(this.seconds)}, ${clock(this.processor)} of the processors`);
    const skipped = this.sum('skipped') + this.leftOut.length;
    console.log(`${passed} passed, ${failed + lost} failed, ${skipped} skipped`);
    return good ? 0 : 1;
  }

  /** Processor seconds of each file, if the machine counts them. */
  processorOf() {
    try {
      const lines = readFileSync(join(results, 'processor.jsonl'), 'utf8').trim().split('\n');
      const counts = lines.map((line) => JSON.parse(line));
      return new Map(counts.map(({ path, seconds }) => [this.byPath.get(path).name, seconds]));
    } catch {
      return new Map();
    }
  }

  keep(circle, good) {
    const counted = this.processorOf();
    this.ended.forEach((file) => (file.processor = counted.get(file.name)));
    const { lab, titles } = this.options;
    const whole = lab || titles ? [] : this.ended;
    const files = Object.fromEntries(whole.map(({ name, seconds }) => [name, seconds]));
    const circles = good && circle ? { [circle]: this.seconds } : {};
    keepTimes({ files, parts: this.parts, circles });
    keepPassed([...this.before, ...this.ended.filter(({ failed }) => failed === 0)]);
    keepRun({
      circle,
      seconds: this.seconds,
      processor: this.processor,
      parts: this.parts,
      files: this.ended,
      leftOut: this.leftOut,
    });
  }
}

/** The name under which the total time is kept; empty unless a whole circle is run. */
function circleOf({ all, lab, titles, remaining }, words) {
  if (lab || titles || remaining || words.length > 0) return '';
  return all ? 'test:all' : 'test';
}

const { values, positionals } = readCommandLine();
if (values.help) {
  console.log(usage);
  process.exit(0);
}
const known = knownTimes();
const { files, before } = chooseFiles(values, positionals, known.files);
if (files.length + before.length === 0) {
  console.error(
    `testbed: no test file of that name: ${[values.lab, ...positionals].filter(Boolean).join(' ')}\n${usage}`,
  );
  process.exit(2);
}
const run = new Run(files, before, values, known);
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => run.stop());
process.exitCode = await run.run(circleOf(values, positionals));
