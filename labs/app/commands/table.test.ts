import stringWidth from 'string-width';

import { mistakesIn } from '../../../testbed/shells/line-mistakes';
import { isReadHere } from '../../../testbed/shells/readable';
import { shells } from '../../../src/core/shell/shells';
import { exampleLines } from './example';
import { commandGroups } from './index';

const entries = commandGroups.flatMap((group) =>
  group.entries.map((entry) => [`${group.id} ${entry.name}`, entry] as const),
);
const inFiles = new Set(['dockerfile', 'compose-file', 'manifest']);
const typed = commandGroups.filter(({ id }) => !inFiles.has(id)).flatMap((one) => one.entries);

it('has each command of a group once, and each group once', () => {
  expect(new Set(entries.map(([name]) => name)).size).toBe(entries.length);
  expect(new Set(commandGroups.map(({ id }) => id)).size).toBe(commandGroups.length);
});

it('has both forms of each command of the book', () => {
  const forms = entries.flatMap(([, { name, also = [] }]) => [name, ...also]);
  for (const form of ['run', 'ps', 'stop', 'rm', 'exec', 'cp', 'commit', 'build', 'tag', 'push'])
    expect(forms).toContain(`docker ${form}`);
  for (const form of ['docker container run', 'docker-compose up', 'kubectl apply', 'FROM'])
    expect(forms).toContain(form);
});

describe.each(entries)('%s', (_name, entry) => {
  const { does, options = [], changed } = entry;

  it('is told in both languages', () => {
    for (const { ko, en } of [
      does,
      ...options.map((one) => one.does),
      ...(changed ? [changed] : []),
    ]) {
      expect(ko).toMatch(/[가-힣]/);
      expect(en).toMatch(/[a-z]/i);
      expect(en).not.toMatch(/[가-힣]/);
    }
  });

  it.each(shells)('has an example for %s that fits a screen of 80 columns', (shell) => {
    const lines = exampleLines(entry, shell);
    expect(lines.length).toBeGreaterThan(0);
    // They are indented by six columns; Git Bash needs MSYS_NO_PATHCONV=1 before some.
    const room = shell === 'git-bash' ? 80 : 74;
    for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(room);
  });
});

/** Lines that these shells take, and the test's reader of lines does not know. */
const known = [
  'pwd',
  'ls -l',
  'dir',
  'cd ~',
  'cd',
  'ipconfig',
  'exit',
  'kubectl exec -it apa000pod -- bash',
];

it.each(shells.filter(isReadHere))('%s takes each example', async (shell) => {
  const lines = typed.flatMap((entry) => exampleLines(entry, shell));
  const read = lines.filter((line) => !line.startsWith('sudo ') && !known.includes(line));
  expect(await mistakesIn(shell, read)).toEqual([]);
});

it.each([
  'default-authentication-plugin',
  '--link',
  'pip3',
  'extensions/v1beta1',
  'apt.kubernetes.io',
  'Kubernetes 1.18',
  'July 2023',
])('tells what has changed since the book about %s', (word) => {
  expect(entries.filter(([, { changed }]) => changed?.en.includes(word))).not.toEqual([]);
});
