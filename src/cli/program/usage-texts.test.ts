import { CommanderError } from 'commander';

import { speak, type Language } from '../language';
import { buildProgram } from './program';

/** What is printed for a command line that the parser refuses. */
async function told(language: Language, line: string): Promise<string> {
  speak(language);
  const texts: string[] = [];
  const write = jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
    texts.push(String(text));
    return true;
  });
  const program = buildProgram(() => undefined);
  const refused = program.parseAsync(line.split(' '), { from: 'user' });
  await expect(refused).rejects.toBeInstanceOf(CommanderError);
  write.mockRestore();
  return texts.join('').trim();
}

it.each([
  ['class up --frobnicate', 'There is no option `--frobnicate`. Help: dkkb class up --help'],
  ['class up --rplace kim', 'There is no option `--rplace`. Did you mean: --replace?'],
  [
    'class plan --yes',
    'has no option `--yes`; these have: class up, class extend, class down. Help: dkkb class plan --help',
  ],
  ['class extend', 'A value for <hours> is missing. Help: dkkb class extend --help'],
  ['check app-ssh --on vm --on vm', 'The option `--on` can be given only once.'],
  ['class up --timeout', 'needs a value. Help: dkkb class up --help'],
  [
    'class status -o xml',
    'does not take `xml`. It takes: json, csv. Help: dkkb class status --help',
  ],
  ['vm up --by foo', 'does not take `foo`. It takes: qemu, virtualbox. Help: dkkb vm up --help'],
  ['class plan all', 'Too many values for `plan`. Help: dkkb class plan --help'],
  ['show ch04-port ch04-many', 'Too many values for `show`. Help: dkkb --help'],
  ['class pln', 'no command `class pln`. Did you mean: class plan? Help: dkkb class --help'],
  ['help class pln', 'no command `class pln`. Did you mean: class plan? Help: dkkb class --help'],
  ['class --frobnicate', 'There is no option `--frobnicate`. Help: dkkb class --help'],
  ['images lsit', 'Help: dkkb images --help'],
  ['lsit', 'There is no command `lsit`. Did you mean: list? Help: dkkb --help'],
  ['list --frobnicate', 'There is no option `--frobnicate`. Help: dkkb --help'],
  ['list --yes', 'has no option `--yes`; these have: check, down. Help: dkkb --help'],
])('`dkkb %s` leads to the help of its own command', async (line, text) => {
  expect(await told('en', line)).toContain(text);
});

it.each([
  ['class up --frobnicate', '`--frobnicate` 옵션은 없습니다. 도움말: dkkb class up --help'],
  [
    'class pln',
    '`class pln` 명령은 없습니다. 혹시 이것인가요: class plan? 도움말: dkkb class --help',
  ],
])('`dkkb %s` leads there in Korean', async (line, text) => {
  expect(await told('ko', line)).toContain(text);
});
