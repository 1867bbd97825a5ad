import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';

import type { Circus } from '@jest/types';
import { repository } from '../programs/paths';

const run = promisify(execFile);
const places = '/var/tmp/dkkb-testbed';
const megabyte = 1_048_576;

/** The questions to engines and clusters when a test has failed. */
const questions = {
  engine: [
    ['docker', 'ps', '--all', '--no-trunc'],
    ['docker', 'network', 'ls'],
    ['docker', 'volume', 'ls'],
    ['docker', 'image', 'ls', '--no-trunc'],
    [
      'sh',
      '-c',
      'for c in $(docker ps -aq); do docker inspect "$c"; docker logs --tail 200 "$c" 2>&1; done',
    ],
  ],
  cluster: [
    ['kubectl', 'get', 'all', '--all-namespaces', '-o', 'wide'],
    ['kubectl', 'get', 'events', '--all-namespaces'],
    ['kubectl', 'describe', 'pods'],
  ],
} as const;

/** Writes into one folder what is needed to understand a failed test: the error, the typed commands with their output, and the engines and clusters of this run with their logs. */
export async function keepWhatIsLeft(
  file: string,
  event: Circus.Event,
  typed: readonly string[] = [],
): Promise<void> {
  const results = process.env['DKKB_TEST_RESULTS'];
  if (!results) return;
  const folder = join(results, 'failures', folderName(file, event));
  mkdirSync(folder, { recursive: true });
  const error = 'error' in event ? event.error : undefined;
  writeFileSync(join(folder, 'error.txt'), `${textOf(error)}\n`);
  writeFileSync(join(folder, 'typed.txt'), typed.join('\n'));
  await Promise.all(placesOfThisRun().map((place) => keepPlace(place, folder)));
}

function folderName(file: string, event: Circus.Event): string {
  const title = 'test' in event && event.test ? titleOf(event.test) : 'hook';
  const words = `${basename(file).replace(/(\.e2e)?\.test\.ts$/, '')} ${title}`;
  return words.replace(/[^\p{L}\p{N}.]+/gu, '-').slice(0, 120);
}

function titleOf({ name, parent }: { name: string; parent?: Circus.DescribeBlock }): string {
  const names = [name];
  for (let block = parent; block?.parent; block = block.parent) names.unshift(block.name);
  return names.join(' ');
}

function textOf(error: unknown): string {
  const [first] = Array.isArray(error) ? (error as unknown[]) : [error];
  return first instanceof Error ? (first.stack ?? first.message) : String(first);
}

/** The folders of the engines and clusters that this run's workers, or this process, have started. */
function placesOfThisRun(): string[] {
  const owners = [process.env['DKKB_TESTBED_RUN'] ?? '', String(process.pid)];
  if (!existsSync(places)) return [];
  return readdirSync(places)
    .map((name) => join(places, name))
    .filter((place) => owners.includes(read(join(place, 'owner')).split(' ')[0] ?? ''));
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** The logs of a place; none where its test file has ended meanwhile and has removed it. */
function logsIn(place: string): string[] {
  try {
    return readdirSync(place).filter((name) => name.endsWith('.log'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

async function keepPlace(place: string, folder: string): Promise<void> {
  const kind = existsSync(join(place, 'docker.sock')) ? 'engine' : 'cluster';
  const script = join(repository, 'testbed', `${kind}.sh`);
  let text = '';
  for (const words of questions[kind]) text += await answer(script, basename(place), words);
  writeFileSync(join(folder, `${basename(place)}.txt`), text);
  for (const name of logsIn(place)) {
    writeFileSync(
      join(folder, `${basename(place)}-${name}`),
      read(join(place, name)).slice(-megabyte),
    );
  }
}

async function answer(script: string, name: string, words: readonly string[]): Promise<string> {
  const options = { timeout: 20_000, maxBuffer: 16 * megabyte };
  const said = await run(script, ['run', name, ...words], options).catch((error: unknown) => error);
  const { stdout = '', stderr = '' } = said as { stdout?: string; stderr?: string };
  return `$ ${words.join(' ')}\n${stdout}${stderr}\n`;
}
