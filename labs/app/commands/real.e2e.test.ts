// Hands each command of the table to the real clients; starts some hundred programs. @needs engine @circle all
import { execFileSync, spawnSync } from 'node:child_process';

import { exampleLines } from './example';
import type { CommandEntry } from './entry';
import { commandGroups } from './index';

const entries = commandGroups
  .flatMap((group) => group.entries)
  .filter(({ name }) => /^(?:docker|kubectl) /.test(name));

const version = execFileSync('docker', ['--version'], { encoding: 'utf8' });
const major = Number(/version (\d+)/.exec(version)?.[1]);

/** What a client says of a command with these options; it refuses options that it does not know. */
function helpOf(form: string, options: readonly string[]) {
  const [program = '', ...words] = form.split(' ');
  const { status, stdout, stderr } = spawnSync(program, [...words, '--help', ...options], {
    encoding: 'utf8',
  });
  return { status, said: `${stdout}${stderr}` };
}

/** All options of a command, each with a value where it takes one. */
function optionsOf({ options = [] }: CommandEntry): string[] {
  return options
    .filter(({ since = 0 }) => since <= major)
    .flatMap(({ flags, value }) =>
      flags.split(', ').flatMap((flag) => (value === undefined ? [flag] : [flag, value])),
    );
}

it.each(entries.map((entry) => [entry.name, entry] as const))(
  'the client knows %s, its other forms, its options and its example',
  (name, entry) => {
    const forms = [name, ...(entry.also ?? [])].filter(
      (form) => !form.startsWith('docker-compose'),
    );
    const [example = ''] = exampleLines(entry, 'bash');
    const rest = restOf(example, forms);
    for (const form of forms) {
      const { status, said } = helpOf(form, form === name ? [...optionsOf(entry), ...rest] : []);
      expect([form, status, said.split('\n', 1)[0]]).toEqual([form, 0, expect.anything()]);
      expect(said).toMatch(usageOf(name, forms));
    }
  },
);

it('an option that the client does not know fails', () => {
  expect(helpOf('docker run', ['--no-such']).status).not.toBe(0);
  expect(helpOf('kubectl get', ['--no-such']).status).not.toBe(0);
});

/** What stands behind the words of the command in an example. */
function restOf(example: string, forms: readonly string[]): string[] {
  const form = forms.find((one) => example.startsWith(`${one} `));
  return form ? example.slice(form.length).trim().split(' ') : [];
}

/** The usage line of exactly that command; that of the commands above it is another one. */
function usageOf(name: string, forms: readonly string[]): RegExp {
  const lines = [name, ...forms].map((form) => form.replaceAll(' ', String.raw`\s+`));
  return new RegExp(String.raw`Usage:\s+(?:${lines.join('|')})(?:\s|$)`);
}
