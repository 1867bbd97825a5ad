import { commandOf, shellLine } from './command';
import { lineFor, wordFor } from './render';
import { shells, type Shell } from './shells';

it.each([
  ['httpd', 'httpd', 'httpd', 'httpd'],
  ['8080:80', '8080:80', '8080:80', '8080:80'],
  ['two words', "'two words'", "'two words'", '"two words"'],
  ["it's", "'it'\\''s'", "'it''s'", "it's"],
  ['$HOME', "'$HOME'", "'$HOME'", '$HOME'],
  ['a,b', 'a,b', "'a,b'", 'a,b'],
  ['{.items[0]}', "'{.items[0]}'", "'{.items[0]}'", '"{.items[0]}"'],
  ['<none>', "'<none>'", "'<none>'", '"<none>"'],
  ['', "''", "''", '""'],
  ['가나다', '가나다', '가나다', '가나다'],
])('writes the word %j for bash, PowerShell and cmd', (word, bash, powershell, cmd) => {
  const shown = (['bash', 'powershell', 'cmd'] as const).map((shell) => wordFor(shell, word));
  expect(shown).toEqual([bash, powershell, cmd]);
});

it('writes the folder in which the command is typed in the way of each shell', () => {
  const run = commandOf(
    'docker',
    'run',
    '-v',
    '$PWD/apa_folder:/usr/local/apache2/htdocs',
    'httpd',
  );
  const written: Readonly<Record<Shell, string>> = {
    bash: 'docker run -v "$PWD/apa_folder:/usr/local/apache2/htdocs" httpd',
    powershell: 'docker run -v "${PWD}\\apa_folder:/usr/local/apache2/htdocs" httpd',
    cmd: 'docker run -v "%cd%\\apa_folder:/usr/local/apache2/htdocs" httpd',
    'git-bash':
      'MSYS_NO_PATHCONV=1 docker run -v "$(pwd -W)/apa_folder:/usr/local/apache2/htdocs" httpd',
  };
  for (const shell of shells) expect(lineFor(shell, run)).toBe(written[shell]);
});

it('keeps a working folder with a command in it from being obeyed', () => {
  for (const shell of shells) {
    const word = wordFor(shell, '$PWD/$(id)`id`');
    expect(word).toMatch(shell === 'cmd' ? /^[^%]*$/ : /^'/);
  }
});

it('takes each value of a template as a word or a part of one', () => {
  const [image, file] = ['my image', 'a b.txt'];
  expect(shellLine`docker tag ${image} ${image}-old`.words).toEqual([
    'docker',
    'tag',
    'my image',
    'my image-old',
  ]);
  expect(lineFor('bash', shellLine`rm ${file}`)).toBe("rm 'a b.txt'");
  expect(shellLine`echo ${''}`.words).toEqual(['echo', '']);
});
