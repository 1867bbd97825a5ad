import { lineFor } from './shell/render';
import { shellLine } from './shell/command';
import { shells } from './shell/shells';
import { placeholder, placeholders, withLabels } from './placeholder';

interface Values {
  readonly name: string;
  readonly similar: string;
}

it('a value that is not known is shown by its name', () => {
  const { name } = placeholders<Values>();
  expect(withLabels(`no ${name}`, (of) => `<${of}>`)).toBe('no <name>');
});

it.each([{ similar: '' }, { similar: 'apa' }])('a value that is known stays: %j', (known) => {
  expect(placeholders<Values>(known)).toMatchObject(known);
});

it.each(shells)('%s does not quote it in a command', (shell) => {
  const line = lineFor(
    shell,
    shellLine`docker rm ${placeholder('exitCode')} a/${placeholder('b')}`,
  );
  expect(withLabels(line, (name) => `<${name}>`)).toBe('docker rm <exitCode> a/<b>');
});
