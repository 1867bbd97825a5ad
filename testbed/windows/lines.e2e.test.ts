// @circle all
// @needs engine images windows @minutes 1
import { readdirSync } from 'node:fs';

import { labs } from '../../labs/index';
import { stepsOf } from '../../src/cli/commands/show';
import { commandValues, problemsWith } from '../../src/cli/problems.fixture';
import { commandOf, type CommandLine } from '../../src/core/shell/command';
import { isLine, lineFor } from '../../src/core/shell/render';
import { otherMachine } from '../../src/core/system';
import { useEngine } from '../engine/engine';
import { firstWordsInCmd } from '../shells/cmd-lines';
import { Windows } from './windows';

let windows: Windows;

jest.setTimeout(300_000);
beforeAll(async () => {
  windows = await Windows.start(await useEngine(), { programs: [] });
});
beforeEach(() => windows.empty());
afterAll(() => windows.stop());

const builtIn = new Set(['set', 'move', 'ren', 'copy', 'mkdir', 'cd', 'for', 'if', 'echo', 'type']);

/** Puts a stand-in for each program of the lines into the folder in which they are typed. */
const standIn = async (lines: readonly string[]) => {
  const names = new Set(lines.flatMap(firstWordsInCmd).map((name) => name.replace(/\.exe$/, '')));
  for (const name of names) if (!builtIn.has(name)) await windows.standsInHere(name);
};

const hard = [
  '두 단어',
  "it's",
  'a,b',
  'a&b|c',
  '<none>',
  '{{.Names}}',
  '100%',
  'x^y',
  'a;b=c',
  '',
];

it('cmd hands every word of a solution to the program as it was meant', async () => {
  const steps: readonly unknown[] = labs.flatMap((lab): readonly unknown[] => stepsOf(lab));
  const shown = steps.filter((step): step is CommandLine => isWords(step));
  const commands = [...shown, commandOf('docker', ...hard)];
  const lines = commands.map((command) => lineFor('cmd', command));
  await standIn(lines);
  const { stdout } = await windows.prompt(...lines);
  const folder = windows.inFolder('').shown.replace(/\\$/, '');
  const meant = commands.flatMap(({ words: [, ...words] }) =>
    words.map((word) => inFolder(word, folder)).map((word) => `${String(word.length)} ${word}`),
  );
  expect(stdout.split(/\r?\n/).filter(Boolean)).toEqual(meant);
});

const isWords = (step: unknown) => typeof step === 'object' && step !== null && isLine(step);

/** The word that a program gets for one that begins with the working folder. */
const inFolder = (word: string, folder: string) =>
  word.startsWith('$PWD')
    ? word.replace(/^\$PWD([^:]*)/, (_all, path: string) => folder + path.replaceAll('/', '\\'))
    : word;

it.each(['web', '두 단어', 'a&b|c^d>e', "it's", 'C:\\Users\\김\\a.txt'])(
  'cmd knows every line that a remedy shows about %j',
  async (value) => {
    const machine = { ...otherMachine, system: 'windows', shell: 'cmd' } as const;
    const given = (name: string) => (commandValues.includes(name) ? 'docker start web' : value);
    const shown = problemsWith(given).flatMap(
      ([, problem]) => problem.describe(machine).remedy.commands ?? [],
    );
    // What leads into a folder or makes one would change what is looked at below.
    const lines = [...new Set(shown)].filter((line) => !/^(?:cd|mkdir|--)/.test(line));
    await standIn(lines);
    await windows.standsInAt('Program Files/Docker/Docker', 'DockerCli');
    const before = readdirSync(windows.folder).length;
    const { codes, stderr } = await windows.prompt(...lines);
    expect(lines.filter((_line, at) => codes[at] === 9009)).toEqual([]);
    expect(stderr).not.toMatch(/구문/);
    // A sign that is not quoted would have written a file.
    const made = readdirSync(windows.folder).filter((name) => !/\.exe(?:\.txt)?$/.test(name));
    expect({ lines: lines.length > 50, before: before > 5, made }).toEqual({
      lines: true,
      before: true,
      made: [],
    });
  },
);
