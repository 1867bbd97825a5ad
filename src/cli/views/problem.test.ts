import { shellLine } from '../../core/shell/command';
import { variableWrong } from '../../docker/problems/container';
import { containerPaused } from '../../docker/problems/container-state';
import { notBegun } from '../../docker/problems/history';
import { speak } from '../language';
import { linesOfProblems } from './problem';

beforeEach(() => speak('en'));

const wrong = (name: string, variable: string) =>
  variableWrong({
    name,
    variable,
    wanted: 'a',
    found: 'b',
    remove: shellLine`docker rm -f ${name}`,
    run: shellLine`docker run --name ${name} mysql`,
  });

const count = (lines: readonly string[], part: string) =>
  lines.filter((line) => line.includes(part)).length;

it('tells four wrong variables of a container, and once how to make it again', () => {
  const problems = ['A', 'B', 'C', 'D'].map((variable) => wrong('db', variable));
  const lines = linesOfProblems(problems, '');
  expect(count(lines, '[variable-wrong]')).toBe(4);
  expect(count(lines, 'docker run')).toBe(1);
  expect(lines.findIndex((line) => line.includes('`D`'))).toBeLessThan(
    lines.findIndex((line) => line.includes('docker rm')),
  );
});

it('brings those together that are mended in the same way, at the place of the first', () => {
  const problems = [wrong('db', 'A'), containerPaused({ name: 'web' }), wrong('db', 'B')];
  const lines = linesOfProblems(problems, '');
  expect(count(lines, 'docker run')).toBe(1);
  expect(lines.at(-1)).toContain('docker unpause web');
});

it('tells what is the same only once', () => {
  const lines = linesOfProblems([notBegun({ lab: 'x' }), notBegun({ lab: 'x' })], '');
  expect(count(lines, '[not-begun]')).toBe(1);
});

it('keeps the ways of two containers apart', () => {
  const lines = linesOfProblems([wrong('db', 'A'), wrong('db2', 'A')], '');
  expect(count(lines, 'docker run --name db ')).toBe(1);
  expect(count(lines, 'docker run --name db2 ')).toBe(1);
});

it('keeps two changes of a file apart, each under its own problem', () => {
  const change = (line: number) => ({ file: 'a.yml', line, before: ['x'], after: ['y'] });
  const problems = [1, 2].map((line) => ({ ...notBegun({ lab: 'x' }), edits: [change(line)] }));
  const lines = linesOfProblems(problems, '');
  expect(lines.filter((line) => /a\.yml:\d/.test(line)).map((line) => line.trim())).toEqual([
    'a.yml:1',
    'a.yml:2',
  ]);
});
