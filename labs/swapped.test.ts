import { edited } from '../src/core/edit';
import { bookFiles } from './repair.fixture';
import { bookFile } from './shared/compose-cases';

const composeFiles = bookFiles.filter(({ text }) => text.startsWith('services:'));
const block = /( {4}environment:\n)((?: {6}.*\n)+)/g;

const told = (text: string, file: (typeof bookFiles)[number]) => {
  const problems = file.problems(text);
  const edits = problems.flatMap((problem) => problem.edits ?? []);
  return {
    codes: problems.map(({ code }) => code),
    after: edited(text.split('\n'), edits).join('\n'),
  };
};

it.each(composeFiles)('$name: two services with exchanged variables are one problem', (file) => {
  const [one = '', other = ''] = [...file.text.matchAll(block)].map(([, , lines]) => lines ?? '');
  const swapped = file.text.replace(one, '@').replace(other, one).replace('@', other);
  expect(told(swapped, file)).toEqual({ codes: ['yaml-swapped'], after: file.text });
});

it.each(composeFiles)('$name: the whole pasted twice is one problem', (file) => {
  expect(told(file.text + file.text, file)).toEqual({
    codes: ['yaml-pasted-twice'],
    after: file.text,
  });
});

it("the book's file without indentation is one problem", () => {
  const text = bookFile('mysql');
  const [file] = composeFiles;
  if (!file) throw new Error('no Compose file');
  expect(told(text.replaceAll(/^ +/gm, ''), file)).toEqual({
    codes: ['yaml-flattened'],
    after: text,
  });
});
