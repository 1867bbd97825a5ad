import { edited } from '../../core/edit';
import type { Problem } from '../../core/problem';
import { judgeText } from './judge-text';
import { layoutMistakes } from './manifest-layout.fixture';
import { signMistakes } from './manifest-signs.fixture';
import { bookText } from './spoiled-manifest.fixture';

const file = 'kube_folder/file.yml';
const linesOf = ({ values }: Problem) => values['lines'] ?? values['line'] ?? '';

/** What a machine makes of a text that follows the problems. */
function followed(text: string, problems: readonly Problem[]): string {
  const edits = problems.flatMap((problem) => problem.edits ?? []);
  return edited(text.split(/\r?\n/), edits).join('\n');
}

const cases = [...layoutMistakes, ...signMistakes].map(([kind, manifest, change, told]) => {
  const text = change(bookText(manifest));
  return { title: `${manifest.kind}, ${told.join(', ')}: ${kind}`, manifest, text, told };
});

it.each(cases)('$title is told so, and mended by its edits', ({ manifest, text, told }) => {
  const problems = judgeText(manifest, file, text) ?? [];
  expect(problems.map((problem) => `${problem.code} ${linesOf(problem)}`)).toEqual(told);
  expect(judgeText(manifest, file, followed(text, problems))).toEqual([]);
});

it.each(cases)('$title: edits have the lines of the file, and comments stay', (written) => {
  const { manifest, text } = written;
  const lines = text.split(/\r?\n/);
  const problems = judgeText(manifest, file, text) ?? [];
  for (const { line, before } of problems.flatMap(({ edits = [] }) => edits))
    expect(lines.slice(line - 1, line - 1 + before.length)).toEqual(before);
  const comments = (of: string) => of.match(/# .*/g) ?? [];
  expect(comments(followed(text, problems))).toEqual(comments(text.replaceAll('\r', '')));
});
