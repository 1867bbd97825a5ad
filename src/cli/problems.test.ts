import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { repository } from '../../testbed/programs/paths';
import type { Problem } from '../core/problem';
import { problemCatalogue } from '../core/problem';
import { endings, wrongParticles } from './particles.fixture';

const source = join(repository, 'src');
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((name) => /(?:^|\/)problems(?:\/[^.]+)?\.ts$/.test(name))
  .map((name) => join(source, name));
for (const file of files) jest.requireActual(file);

// Characters that a terminal obeys, does not show, or shows in another place.
const obeyed = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
const hostile = [
  '\u001b[2J\u001b[H✓ All passed',
  '\u001b]0;title\u0007',
  '\u001b]52;c;ZWNobw==\u001b\\\\',
  '\u009b2J',
  '\u007f\b\b',
  '\r✓ passed',
  '\n✓ passed',
  '\r\n',
  '\u0000\t\v\f',
  '\u202e dessap \u202c',
  '\u2066\u2069\u200b\u200d\ufeff\u00ad',
  '\u2028\u2029\u0085',
  '\ud800',
  '\udc00\ud800',
  '\u{e0041}\u{e007f}',
];

/** Values that are whole commands, made where all their parts are known. */
const commands = ['run', 'remove', 'make', 'copy', 'push', 'tag', 'command', 'again', 'start'];
/** Words in single quotes, as a shell reads them. */
const quoted = /'[^']*'(?:\\''[^']*')*/g;

// The names of all parameters: every value that a problem may need.
const text = files.map((file) => readFileSync(file, 'utf8')).join('\n');
const named = [/\(\s*\{([^}]*)\}/g, /values\??\.(\w+)/g, /\['(\w+)'\]/g, /(\w+)\??: string/g];
const parts = named.flatMap((pattern) => [...text.matchAll(pattern)].map(([, part = '']) => part));
const names = [...new Set(parts.join().match(/\w+/g))];
/** These problems name a page of the book, in both languages. */
const namesPage = new Set(['page-wrong', 'node-port-page-wrong']);
const withValues = (value: (name: string) => string) => {
  const values = Object.fromEntries(names.map((name) => [name, value(name)]));
  const page = { ko: value('wanted'), en: value('wanted') };
  return [...problemCatalogue].map(([code, make]) => {
    const given = namesPage.has(code) ? { ...values, wanted: page } : values;
    return [code, (make as (given: unknown) => Problem)(given)] as const;
  });
};

// Each value is its own name, so that a text shows which values it contains.
const described = withValues((name) => `<${name}>`);

describe('the problems', () => {
  it('are many', () => expect(described.length).toBeGreaterThan(30));

  it.each(described)('%s has texts in both languages', (code, problem) => {
    expect(problem.code).toBe(code);
    expect(code).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
    const { message, remedy } = problem.describe();
    for (const { ko, en } of [message, remedy]) {
      expect(ko).toMatch(/[가-힣]/);
      expect(en).toMatch(/[a-z]/i);
      expect(en).not.toMatch(/[가-힣]/);
      expect(`${ko}${en}`).not.toMatch(/undefined|\[object|NaN/);
    }
  });

  it.each(described)('%s names the same values in both languages', (_code, problem) => {
    const { message } = problem.describe();
    const named = (text: string) => [...new Set(text.match(/<\w+>/g) ?? [])].sort();
    // These values differ between the languages.
    const known = new Set(['<wanted>', '<wantedEn>', '<ko>', '<en>']);
    const others = (text: string) => named(text).filter((value) => !known.has(value));
    expect(others(message.en)).toEqual(others(message.ko));
  });

  const dangerous = withValues((name) => (commands.includes(name) ? 'true' : "x'; touch y $(id)"));
  it.each(dangerous)('%s lets no value become part of a command', (_code, problem) => {
    const { remedy } = problem.describe();
    for (const command of remedy.commands ?? [])
      expect(command.replaceAll(quoted, 'WORD')).not.toMatch(/touch y|\$\(id\)/);
  });

  it.each(hostile)('never print %j as it is to a terminal, in any language or as JSON', (value) => {
    for (const [code, problem] of withValues(() => `a${value}b`)) {
      const { values } = problem;
      const { message, remedy } = problem.describe();
      const texts = [message, remedy].flatMap(({ ko, en }) => [ko, en]);
      const commands = remedy.commands ?? [];
      const shown = [code, ...texts, ...commands, ...Object.entries(values).flat()].join('');
      expect(shown.replaceAll('\n', '')).not.toMatch(obeyed);
      expect([...texts, ...commands].join('')).not.toContain('\n');
    }
  });

  it.each(['김철수', 'two words', '50% $HOME "x"', '😀', 'é', '/a/b-c_d.txt'])(
    'keep %j unchanged, so that it can be typed again',
    (value) => {
      const problems = withValues(() => value);
      const shown = JSON.stringify(problems.map(([, problem]) => [problem, problem.describe()]));
      expect(shown).toContain(JSON.stringify(value).slice(1, -1));
      expect(shown).not.toMatch(/\\\\u/);
    },
  );

  it.each(endings)('have the right Korean particles behind a value such as %s', (value) => {
    const wrong = withValues(() => value).flatMap(([code, problem]) => {
      const { message, remedy } = problem.describe();
      return [message.ko, remedy.ko]
        .flatMap((sentence) => wrongParticles(sentence, value))
        .map((found) => `${code}: ${found}`);
    });
    expect(wrong).toEqual([]);
  });

  it('stay short, also with a very long answer of a machine', () => {
    for (const [, problem] of withValues(() => 'x'.repeat(1_000_000))) {
      const { values } = problem;
      const { message } = problem.describe();
      expect(message.en.length).toBeLessThan(20_000);
      for (const value of Object.values(values)) expect(value.length).toBeLessThanOrEqual(4_000);
    }
  });
});
