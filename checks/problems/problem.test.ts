import { readdirSync } from 'node:fs';

import type { Problem } from '../check';
import { problemCatalogue } from './problem';

for (const file of readdirSync(__dirname).filter((name) => /^[^.]+\.ts$/.test(name))) {
  jest.requireActual(`./${file}`);
}

// Any value that a problem asks for, each recognisable.
const values = new Proxy<Record<string, string>>(
  {},
  { get: (_target, key) => (typeof key === 'string' ? `<${key}>` : undefined) },
);

/** Values that are commands already, put together where they are known. */
const commands = ['run', 'remove', 'make', 'copy', 'push', 'tag', 'command', 'again', 'start'];

/** A value that another machine may tell. */
const hostile = "x'; touch y $(id)";
/** Words in single quotes, as a shell reads them. */
const quoted = /'[^']*'(?:\\''[^']*')*/g;

const described = [...problemCatalogue].map(
  ([code, make]) => [code, (make as (given: typeof values) => Problem)(values)] as const,
);

describe('the problems', () => {
  it('are many', () => expect(described.length).toBeGreaterThan(30));

  it.each(described)('%s speaks both languages', (code, problem) => {
    expect(problem.code).toBe(code);
    expect(code).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
    for (const { ko, en } of [problem.message, problem.remedy]) {
      expect(ko).toMatch(/[가-힣]/);
      expect(en).toMatch(/[a-z]/i);
      expect(en).not.toMatch(/[가-힣]/);
      expect(`${ko}${en}`).not.toMatch(/undefined|\[object|NaN/);
    }
  });

  it.each(described)('%s names the same values in both languages', (_code, { message }) => {
    const named = (text: string) => [...new Set(text.match(/<\w+>/g) ?? [])].sort();
    // These are texts of their own in each language.
    const known = new Set(['<wanted>', '<wantedEn>', '<ko>', '<en>']);
    const others = (text: string) => named(text).filter((value) => !known.has(value));
    expect(others(message.en)).toEqual(others(message.ko));
  });

  it.each([...problemCatalogue])('%s makes no command of a value', (_code, make) => {
    const told = new Proxy<Record<string, string>>(
      {},
      {
        get: (_target, key) =>
          typeof key === 'string' ? (commands.includes(key) ? 'true' : hostile) : undefined,
      },
    );
    const { remedy } = (make as (given: typeof told) => Problem)(told);
    for (const command of remedy.commands ?? [])
      expect(command.replaceAll(quoted, 'WORD')).not.toMatch(/touch y|\$\(id\)/);
  });
});
