#!/usr/bin/env node
/** Keeps the times of test runs in docs/testing.json, and writes the tables of docs/testing.md from them. */
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';

import { repository } from './files.mjs';
import { clock } from './progress.mjs';

const kept = join(repository, 'docs', 'testing.json');
const page = join(repository, 'docs', 'testing.md');

const read = () => JSON.parse(readFileSync(kept, 'utf8'));

function keep(name, seconds, runFile) {
  const { processor, parts, files } = JSON.parse(readFileSync(runFile, 'utf8'));
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? ''}`;
  const day = new Date().toISOString().slice(0, 10);
  const sum = (key) => files.reduce((total, file) => total + (file[key] ?? 0), 0);
  const longest = [...files].sort((a, b) => b.seconds - a.seconds).slice(0, 10);
  const run = {
    seconds: Number(seconds),
    processor,
    passed: sum('passed'),
    failed: sum('failed'),
    machine,
    day,
    parts,
    longest,
  };
  writeFileSync(kept, `${JSON.stringify({ ...read(), [name]: run }, null, 2)}\n`);
}

const row = (...cells) => `| ${cells.join(' | ')} |`;

function circles(runs) {
  return [
    row('run', 'passed', 'failed', 'wall', 'processors', 'day', 'machine'),
    row('---', '---', '---', '---', '---', '---', '---'),
    ...Object.entries(runs).map(([name, run]) =>
      row(
        name,
        run.passed,
        run.failed,
        clock(run.seconds),
        clock(run.processor),
        run.day,
        run.machine,
      ),
    ),
  ];
}

function parts(runs) {
  const made = Object.assign({}, ...Object.values(runs).map((run) => run.parts));
  return [
    row('part', 'made in'),
    row('---', '---'),
    ...Object.entries(made).map(([name, seconds]) => row(name, clock(seconds))),
  ];
}

function longest(runs) {
  const { longest: files = [] } = runs['warm test:all'] ?? {};
  return [
    row('file', 'tests', 'wall', 'processors'),
    row('---', '---', '---', '---'),
    ...files.map((file) =>
      row(
        `\`${file.name}\``,
        file.passed + file.failed,
        clock(file.seconds),
        file.processor ? clock(file.processor) : '',
      ),
    ),
  ];
}

function write() {
  const runs = read();
  const tables = { circles: circles(runs), parts: parts(runs), longest: longest(runs) };
  let text = readFileSync(page, 'utf8');
  for (const [name, lines] of Object.entries(tables)) {
    const between = new RegExp(`(<!-- ${name} -->\n)[^]*?(<!-- /${name} -->)`);
    text = text.replace(between, (_all, begin, end) => `${begin}\n${lines.join('\n')}\n\n${end}`);
  }
  writeFileSync(page, text);
}

const [command, ...words] = process.argv.slice(2);
if (command === 'keep') keep(...words);
else write();
