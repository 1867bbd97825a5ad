import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { edited } from '../core/edit';
import { defineProblem, withEdits, type Problem } from '../core/problem';
import type { Text } from '../core/text';
import { bookText, put } from '../kubernetes/checks/spoiled-manifest.fixture';
import { judgeText } from '../kubernetes/checks/judge-text';
import { deployment } from '../kubernetes/model/manifests';
import { fixFiles } from './fix-files';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), '도커 실습-'));
  mkdirSync(join(dir, 'kube_folder'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const file = 'kube_folder/apa000dep.yml';
const write = (content: string | Buffer) => writeFileSync(join(dir, file), content);
const read = (name = file) => readFileSync(join(dir, name), 'utf8');
const names = () => readdirSync(join(dir, 'kube_folder')).sort();

const wrong = put(
  ['matchLabels', 'matchLabel'],
  ['replicas: 3', 'replicas: 2 # 셋'],
)(bookText(deployment)).replaceAll('\n', '\r\n');
const right = wrong.replace('matchLabel:', 'matchLabels:').replace('replicas: 2', 'replicas: 3');
const found = () => judgeText(deployment, file, wrong) ?? [];

/** What the reader was asked and told, with an answer to every question. */
function talk(answer: () => boolean) {
  const said: Text[] = [];
  return {
    said,
    ask: (text: Text) => {
      said.push(text);
      return Promise.resolve(answer());
    },
    note: (text: Text) => void said.push(text),
  };
}

it('after a yes, the file is written, and the one before is beside it under a name that is new', async () => {
  write(wrong);
  writeFileSync(join(dir, `${file}.before`), 'mine');
  const yes = talk(() => true);
  expect(await fixFiles(found(), dir, yes)).toBe(true);
  expect(read()).toBe(right);
  expect(judgeText(deployment, file, read())).toEqual([]);
  expect(read(`${file}.before`)).toBe('mine');
  expect(read(`${file}.before2`)).toBe(wrong);
  expect(yes.said.map(({ ko }) => ko)).toEqual([
    expect.stringContaining(`\`${file}.before2\``),
    expect.stringContaining('고쳤습니다'),
  ]);
});

it('after a no, nothing is written', async () => {
  write(wrong);
  expect(
    await fixFiles(
      found(),
      dir,
      talk(() => false),
    ),
  ).toBe(false);
  expect(read()).toBe(wrong);
  expect(names()).toEqual(['apa000dep.yml']);
});

it.each([
  ['changes', () => write(`# 그동안\n${wrong}`)],
  ['is removed', () => rmSync(join(dir, file))],
])('a file that %s while the reader is asked is left alone', async (_title, meanwhile) => {
  write(wrong);
  const slow = talk(() => {
    meanwhile();
    return true;
  });
  expect(await fixFiles(found(), dir, slow)).toBe(false);
  expect(names().filter((name) => name.endsWith('.before'))).toEqual([]);
  expect(slow.said.at(-1)?.en).toContain('nothing was written');
});

it('a file that changed after the check is not even asked about', async () => {
  write(wrong.replace('replicas: 2', 'replicas: 4'));
  const late = talk(() => true);
  expect(await fixFiles(found(), dir, late)).toBe(false);
  expect(late.said).toHaveLength(1);
  expect(read()).toContain('replicas: 4');
});

const defined = defineProblem('fix-files-test', () => ({
  message: { ko: '시험', en: 'a test' },
  remedy: { ko: '시험', en: 'a test' },
}));
const problem = (line: number, before: string[], after: string[]): Problem =>
  withEdits(defined({}), [{ file, line, before, after }]);

it('an edit that several checks found is written once, and of two for one line the first', async () => {
  const lines = wrong.split('\r\n');
  const same = problem(9, [lines[8] ?? ''], ['  replicas: 3']);
  const other = problem(9, [lines[8] ?? ''], ['  replicas: 5']);
  write(wrong);
  expect(
    await fixFiles(
      [same, same, other],
      dir,
      talk(() => true),
    ),
  ).toBe(true);
  expect(read().split('\r\n')).toEqual(
    edited(lines, [{ line: 9, before: [''], after: ['  replicas: 3'] }]),
  );
});
