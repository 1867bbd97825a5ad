import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { shells, type Shell } from '../../src/core/shell/shells';
import { repository } from '../programs/paths';
import { blocksOf, commandsOf, proseOf, type Block } from './documents';
import { mistakesIn } from './line-mistakes';
import { linesIn } from './lines-in-text';
import { isReadHere, readShells } from './readable';

/** What people read who work on the product; they have Debian. */
const forDevelopers = new Set(['architecture.md', 'testbed.md', 'testing.md', 'CONTRIBUTING.md']);

/** What problems say and what commands the book has; tests beside their data try the lines for each shell. */
const generated = new Set(['docs/problems.md', 'docs/commands.md']);

const documents = ['README.md', 'CONTRIBUTING.md', ...docs()];
const forReaders = documents.filter(
  (file) => !generated.has(file) && !forDevelopers.has(file.replace('docs/', '')),
);

function docs(): string[] {
  return readdirSync(join(repository, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`);
}

const read = (file: string): string => readFileSync(join(repository, file), 'utf8');

/** A block `console` is for every shell. */
const shellsOf: Readonly<Record<string, readonly Shell[]>> = {
  console: shells,
  bash: ['bash'],
  powershell: ['powershell'],
  cmd: ['cmd'],
};
const noCommands = new Set(['yaml', 'csv', 'mermaid', 'json', 'text']);

/** `sudo` marks what is done on Linux; the tests of the product run there, too. */
const onLinux = (block: Block) => commandsOf(block).some((line) => /^ *sudo |npm test/.test(line));

const isForWindows = (block?: Block) => ['powershell', 'cmd'].includes(block?.language ?? '');

const before = (blocks: readonly Block[]) => blocks.findLast(({ language }) => language !== 'bash');

it('a document with blocks is found', () => {
  expect(forReaders.flatMap((file) => blocksOf(read(file))).length).toBeGreaterThan(15);
});

describe.each(documents)('%s', (file) => {
  const blocks = blocksOf(read(file));

  it('names the language of each block', () => {
    const known = [...Object.keys(shellsOf), ...noCommands];
    expect(known).toEqual(expect.arrayContaining(blocks.map(({ language }) => language)));
  });

  it('shows only lines that the shells of their block take', async () => {
    for (const block of blocks)
      for (const shell of (shellsOf[block.language] ?? []).filter(isReadHere))
        expect([shell, await mistakesIn(shell, commandsOf(block))]).toEqual([shell, []]);
  });
});

describe.each(forReaders)('%s', (file) => {
  const markdown = read(file);

  it('has blocks for bash only for Linux, or behind one for Windows', () => {
    const blocks = blocksOf(markdown);
    const alone = blocks.filter(
      (block, at) =>
        block.language === 'bash' && !onLinux(block) && !isForWindows(before(blocks.slice(0, at))),
    );
    expect(alone).toEqual([]);
  });

  it.each(readShells)('names in its sentences only commands that %s takes', async (shell) => {
    const lines = linesIn(proseOf(markdown)).filter((line) => !line.startsWith('sudo '));
    expect(await mistakesIn(shell, lines)).toEqual([]);
  });
});
