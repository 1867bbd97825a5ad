import stringWidth from 'string-width';

import { labs } from '../../../labs/index';
import { say, speak } from '../language';
import { settingLines } from './settings';

const indent = '     ';
const tables = labs.flatMap(({ id, task }) =>
  task.flatMap(({ settings }) => (settings ? [[id, settings] as const] : [])),
);

it('many tasks have a table of settings', () => expect(tables.length).toBeGreaterThan(10));

describe.each(['ko', 'en'] as const)('a table of settings in %s', (language) => {
  beforeEach(() => speak(language));

  it.each(tables)('of %s fits 40, 80 and 120 columns, and breaks no value', (_id, settings) => {
    for (const width of [40, 80, 120]) {
      const lines = settingLines(settings, indent, width).join('\n').split('\n');
      lines.forEach((line) => expect(stringWidth(line)).toBeLessThanOrEqual(width));
      const words = lines.join(' ').split(/\s+/);
      for (const { values } of settings)
        values.forEach((value) =>
          expect(words).toEqual(expect.arrayContaining(say(value).split(' '))),
        );
    }
  });

  it('has its values in one column', () => {
    const settings = [
      { key: 'image', name: { ko: '이미지', en: 'image' }, values: [{ ko: 'mysql', en: 'mysql' }] },
      {
        key: 'environment',
        name: { ko: '환경 변수', en: 'variables' },
        values: ['A=1', 'B=2'].map((value) => ({ ko: value, en: value })),
      },
    ];
    const columns = settingLines(settings, indent, 80).map((line) =>
      stringWidth(line.slice(0, line.search(/\S+$/))),
    );
    expect(new Set(columns).size).toBe(1);
    expect(settingLines(settings, indent, 12)).toContain(`${indent}  A=1`);
  });
});
