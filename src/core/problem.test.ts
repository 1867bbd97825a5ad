import { defineProblem } from './problem';
import { commandOf } from './shell/command';
import { shells } from './shell/shells';
import { otherMachine } from './system';

const text = { ko: '말', en: 'words' };
const told = (...words: readonly string[]) =>
  defineProblem(`problem-of-a-test-${words.length}-${words[1] ?? ''}`, () => ({
    message: text,
    remedy: { ...text, commands: [commandOf(...words)] },
  }))({});

const commandsAt = (elsewhere: string | undefined, ...words: readonly string[]) => {
  const problem = told(...words);
  return shells.map(
    (shell) => problem.describe({ ...otherMachine, shell, elsewhere }).remedy.commands?.[0],
  );
};

it('leads into the folder of the exercise where a command is about its files', () => {
  const copy = ['docker', 'cp', 'index.html', 'apa000ex19:/tmp'];
  expect(commandsAt('D:\\내 실습', ...copy)).toEqual([
    "cd 'D:\\내 실습'",
    "cd 'D:\\내 실습'",
    'cd /d "D:\\내 실습"',
    "cd 'D:\\내 실습'",
  ]);
});

it('leads nowhere where a command is about no file, or where the reader is in that folder', () => {
  expect(commandsAt('/there', 'docker', 'rm', 'web')[0]).toBe('docker rm web');
  expect(commandsAt(undefined, 'docker', 'build', '.')[0]).toBe('docker build .');
});
