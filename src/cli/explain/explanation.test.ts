import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { repository } from '../../../testbed/programs/paths';
import { shells } from '../../core/shell/shells';
import { otherMachine } from '../../core/system';
import { allProblems } from './catalogue';
import { explanationOf } from './explanation';
import { labels } from './labels';

const codes = [...allProblems()];

it('each module that defines problems is in the catalogue', () => {
  const defining = readdirSync(join(repository, 'src'), { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.ts') && !/\.test\.ts$|^core\/problem\.ts$/.test(name))
    .filter((name) =>
      / (?:define|mistake)Problem\(/.test(readFileSync(join(repository, 'src', name), 'utf8')),
    );
  const catalogue = readFileSync(join(__dirname, 'catalogue.ts'), 'utf8');
  const imported = [...catalogue.matchAll(/^import '\.\.\/\.\.\/(.*)';$/gm)].map(
    ([, name = '']) => `${name}.ts`,
  );
  expect(imported.sort()).toEqual(defining.sort());
});

/** Where they are told, the lines follow that a file has to have. */
const withLines = new Set(['file-unlike', 'manifest-other-object', 'manifest-unreadable']);

describe.each(codes)('%s', (code, definition) => {
  it.each(shells)('is explained in both languages for %s', (shell) => {
    const machine = { ...otherMachine, shell };
    const { message, remedy, commands } = explanationOf(code, definition, machine);
    for (const { ko, en } of [message, remedy]) {
      expect(ko).toMatch(/[가-힣]/);
      expect(en).toMatch(/[a-z]/i);
      expect(`${ko}${en}`).not.toMatch(/ {2}|\s$|\(\)/);
    }
    for (const { ko, en } of [message, remedy, ...commands]) {
      expect(`${ko}|${en}`).not.toMatch(/undefined|NaN|\[object|__|''|``/);
      // An unknown value is a word in angle brackets, and no shell has put quotes around it.
      expect(`${ko}${en}`).not.toMatch(/(['"])<[^<>]*>\1/);
      expect(en).not.toMatch(/[가-힣]/);
    }
    // A value without a label would be told by its name in the code.
    const shownNames = [message, remedy].flatMap(({ ko }) => ko.match(/<[A-Za-z]{3,}>/g) ?? []);
    expect(shownNames).toEqual([]);
  });

  it('ends with a colon only where commands follow', () => {
    const { remedy, commands } = explanationOf(code, definition, otherMachine);
    if (commands.length === 0 && !withLines.has(code))
      expect(`${remedy.ko}|${remedy.en}`).not.toMatch(/:(?:\||$)/);
  });
});

it('each label is a word in both languages', () => {
  for (const { ko, en } of Object.values(labels)) {
    expect(ko).not.toBe('');
    expect(en).toMatch(/^[\w/ ]+$/);
  }
});
