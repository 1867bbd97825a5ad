import { shells, type Shell } from '../core/shell/shells';
import { otherMachine } from '../core/system';
import { endings, wrongParticles } from './particles.fixture';
import { commandValues, problemsWith } from './problems.fixture';

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

/** Words in quotes, as each shell reads them. */
const inPosix = /'[^']*'(?:\\''[^']*')*/g;
const quoted: Readonly<Record<Shell, RegExp>> = {
  bash: inPosix,
  'git-bash': inPosix,
  powershell: /'(?:[^']|'')*'/g,
  cmd: /"[^"]*"/g,
};

// Each value is its own name, so that a text shows which values it contains.
const described = problemsWith((name) => `<${name}>`);

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

  it.each(described)('%s has commands in each shell', (_code, problem) => {
    for (const shell of shells) {
      const { remedy } = problem.describe({ ...otherMachine, shell });
      expect(remedy.commands?.join('\n') ?? '').not.toMatch(/undefined|\[object/);
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

  const dangerous = problemsWith((name) =>
    commandValues.includes(name) ? 'true' : "x'; touch y $(id)",
  );
  it.each(dangerous)('%s lets no value become part of a command', (_code, problem) => {
    for (const shell of shells) {
      const system = shell === 'bash' ? 'debian' : 'windows';
      const { remedy } = problem.describe({ ...otherMachine, system, shell });
      for (const command of remedy.commands ?? [])
        expect(command.replaceAll(quoted[shell], 'WORD')).not.toMatch(/touch y|\$\(id\)/);
    }
  });

  it.each(hostile)('never print %j as it is to a terminal, in any language or as JSON', (value) => {
    for (const [code, problem] of problemsWith(() => `a${value}b`)) {
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
      const problems = problemsWith(() => value);
      const shown = JSON.stringify(problems.map(([, problem]) => [problem, problem.describe()]));
      expect(shown).toContain(JSON.stringify(value).slice(1, -1));
      expect(shown).not.toMatch(/\\\\u/);
    },
  );

  it.each(endings)('have the right Korean particles behind a value such as %s', (value) => {
    const wrong = problemsWith(() => value).flatMap(([code, problem]) => {
      const { message, remedy } = problem.describe();
      return [message.ko, remedy.ko]
        .flatMap((sentence) => wrongParticles(sentence, value))
        .map((found) => `${code}: ${found}`);
    });
    expect(wrong).toEqual([]);
  });

  it('stay short, also with a very long answer of a machine', () => {
    for (const [, problem] of problemsWith(() => 'x'.repeat(1_000_000))) {
      const { values } = problem;
      const { message } = problem.describe();
      expect(message.en.length).toBeLessThan(20_000);
      for (const value of Object.values(values)) expect(value.length).toBeLessThanOrEqual(4_000);
    }
  });
});
