import type { Command } from 'commander';
import stringWidth from 'string-width';

import { speak, type Language } from '../language';
import { buildProgram } from './program';

const { COLUMNS } = process.env;
afterEach(() => {
  if (COLUMNS === undefined) delete process.env['COLUMNS'];
  else process.env['COLUMNS'] = COLUMNS;
});

const every = (command: Command): Command[] => [command, ...command.commands.flatMap(every)];
const wordsOf = (text: string) => text.split(/\s+/).filter(Boolean);

// These lines are to be typed, so they are not broken.
const usage = /^(?:Usage|사용법): /;

/** The help of every command. */
function helpOf(language: Language, columns: number | undefined): string {
  speak(language);
  if (columns === undefined) delete process.env['COLUMNS'];
  else process.env['COLUMNS'] = String(columns);
  const program = buildProgram(() => undefined);
  return every(program)
    .map((command) => command.helpInformation())
    .join('\n');
}

describe.each(['ko', 'en'] as const)('the help in %s', (language) => {
  it.each([40, 80, 120])('fits in %i columns, and breaks no word', (columns) => {
    const help = helpOf(language, columns);
    expect(wordsOf(help)).toEqual(wordsOf(helpOf(language, undefined)));
    const texts = help.split('\n').filter((line) => !usage.test(line));
    for (const line of texts) expect(stringWidth(line)).toBeLessThanOrEqual(columns);
  });

  it('has each description in one line when a script reads it', () => {
    expect(helpOf(language, undefined)).toMatch(/^ {2}--known-hosts <file> .*(?:asked|않음)$/m);
  });
});
