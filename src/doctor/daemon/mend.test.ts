import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { onPosix } from '../../../testbed/programs/posix';
import { edited } from '../../core/edit';
import { otherMachine } from '../../core/system';
import { daemonFileOf, daemonFileProblems } from './examine';

let dir: string;
let file: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'dkkb-daemon-'));
  file = join(dir, 'daemon.json');
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const right =
  '{\n  "registry-mirrors": ["http://192.168.0.10:5001"],\n  "insecure-registries": ["192.168.0.10:5001"]\n}\n';

it.each([
  ['two settings', right],
  ['settings that this program does not know', '{"log-driver": "json-file", "dns": ["8.8.8.8"]}'],
  ['nothing', ''],
  ['a mark at its beginning', `\uFEFF${right}`],
])('settings with %s are right', async (_, text) => {
  writeFileSync(file, text);
  expect(await daemonFileProblems(file)).toEqual([]);
});

it('a file that is missing, or that is not for this user, tells nothing', async () => {
  expect(await daemonFileProblems(file)).toEqual([]);
});

it.each<[string, (text: string) => string, readonly string[]]>([
  ['no comma between two settings', (text) => text.replace('],', ']'), ['comma-missing']],
  ['a comma at the end', (text) => text.replace('"]\n', '"],\n'), ['comma-extra']],
  ['a comment', (text) => text.replace('],\n', '], // 선생님 컴퓨터\n'), ['comment']],
  ['a line of a comment', (text) => text.replace('{\n', '{\n  # 미러\n'), ['comment']],
  [
    'round quotation marks',
    (text) => text.replace(/"(registry-mirrors)"/, '\u201C$1\u201D'),
    ['letter'],
  ],
  ['a full-width colon', (text) => text.replace('": ', '"：'), ['letter']],
  ['single quotation marks', (text) => text.replace(/(\[)"([^"]*)"/, "$1'$2'"), ['quote']],
  [
    'a name without quotes',
    (text) => text.replace('"registry-mirrors"', 'registry-mirrors'),
    ['quote'],
  ],
  ['a quotation mark that is not closed', (text) => text.replace('5001"],', '5001],'), ['quote']],
  ['one that is not opened', (text) => text.replace('["http', '[http'), ['quote']],
  ['a misspelt setting', (text) => text.replace('registry-mirrors', 'registry-mirror'), ['name']],
  ['two letters that change places', (text) => text.replace('insecure', 'insecuer'), ['name']],
  [
    'a text for a list',
    (text) => text.replace('["http://192.168.0.10:5001"]', '"http://192.168.0.10:5001"'),
    ['list'],
  ],
  ['a list that is not closed', (text) => text.replace('"],', '",'), ['list']],
  ['no brace at the end', (text) => text.replace('\n}\n', '\n'), ['brace']],
  ['no brace at the beginning', (text) => text.replace('{\n', ''), ['brace']],
  ['the fence of a web page', (text) => `\`\`\`json\n${text}\`\`\`\n`, ['line', 'line']],
  [
    'Windows line endings and two mistakes',
    (text) => text.replace('],', ']').replace('mirrors', 'mirors').replaceAll('\n', '\r\n'),
    ['comma-missing', 'name'],
  ],
])(
  '%s: told with its line, and the change lets the engine read the file',
  async (_, spoil, kinds) => {
    const text = spoil(right);
    expect(text).not.toBe(right);
    writeFileSync(file, text);
    const problems = await daemonFileProblems(file);
    expect(problems.map(({ values }) => values['mistake']).sort()).toEqual([...kinds].sort());
    const edits = problems.flatMap((problem) => problem.edits ?? []);
    const after = edited(text.split(/\r?\n/), edits).join('\n');
    expect(JSON.parse(after)).toEqual(JSON.parse(right));
  },
);

it('is looked for where the engine of the system has it', () => {
  expect(daemonFileOf({ ...otherMachine, system: 'debian' })).toBe('/etc/docker/daemon.json');
  expect(daemonFileOf({ ...otherMachine, system: 'windows' })).toMatch(
    /\.docker[\\/]daemon\.json$/,
  );
});

// The path is one of the system on which the engine runs.
onPosix(
  'names the file and the commands that mend it, without a guess where nothing helps',
  async () => {
    writeFileSync(file, 'registry mirrors are here: 192.168.0.10\n]]]{{{ and more\n');
    const [problem, ...others] = await daemonFileProblems(file);
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ code: 'daemon-file-wrong', values: { file, mistake: '' } });
    const { remedy } =
      problem?.describe({ ...otherMachine, has: (path) => /dockerd$|systemd/.test(path) }) ?? {};
    expect(remedy?.commands).toEqual([`sudo nano ${file}`, 'sudo systemctl start docker']);
  },
);
