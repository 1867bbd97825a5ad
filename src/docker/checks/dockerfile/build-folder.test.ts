import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { labs } from '../../../../labs/index';
import { edited } from '../../../core/edit';
import { files } from '../../../core/machine/files';
import { otherMachine } from '../../../core/system';
import type { DockerContext } from '../check';
import { buildProblems } from './build-folder';

const htdocs = '/usr/local/apache2/htdocs';
const from = { recipe: 'apa_folder/Dockerfile', page: 'apa_folder/index.html' };
const lab = labs.find(({ id }) => id === 'ch06-dockerfile');

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), '도커 실습-'));
  mkdirSync(join(dir, 'apa_folder'));
  writeFileSync(join(dir, from.page), '<h1>내 페이지</h1>\n');
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const write = (text: string | Buffer) => writeFileSync(join(dir, from.recipe), text);
const problems = () => buildProblems({ dir, files, lab } as unknown as DockerContext, from);

it.each([
  ['the one of the book', `FROM httpd\nCOPY index.html ${htdocs}\n`],
  ['small letters, a comment, ADD', `# 아파치\nfrom httpd:2.4\nadd ./index.html ${htdocs}/\n`],
  ['the whole folder', `FROM docker.io/library/httpd\nCOPY . ${htdocs}/\nEXPOSE 80\n`],
  ['a list', `FROM httpd\nCOPY ["index.html", "${htdocs}/index.html"]\n`],
  ['a folder to work in', `FROM httpd\nWORKDIR ${htdocs}\nCOPY --chown=1 index.html .\n`],
  ['from the folder of the image', 'FROM httpd\nCOPY index.html htdocs/\n'],
  ['tabs and Windows line endings', `FROM\thttpd\r\nCOPY index.html \\\r\n\t${htdocs}\r\n`],
  ['a mark at the beginning', `\uFEFFFROM httpd\nCOPY *.html ${htdocs}/\n`],
  ['a variable', `ARG V=2\nFROM httpd:$V\nENV D=${htdocs}\nCOPY index.html $D\n`],
  ['a page that is written in it', `FROM httpd\nRUN echo hi >${htdocs}/index.html\n`],
  ['two stages', `FROM busybox AS made\nFROM httpd\nCOPY --from=made /x ${htdocs}/\n`],
])('%s is a right Dockerfile', async (_, text) => {
  write(text);
  expect(await problems()).toEqual([]);
});

it.each<[string, string, readonly string[]]>([
  [
    'letters that change places',
    `FRMO httpd\nCPOY index.html ${htdocs}`,
    ['instruction-misspelt', 'instruction-misspelt'],
  ],
  ['no space', `FROMhttpd\r\nCOPYindex.html ${htdocs}\r\n`, ['space-missing', 'space-missing']],
  ['a full-width space', `FROM httpd\nCOPY\u3000index.html ${htdocs}`, ['letter-other']],
  ['the Korean keyboard', `ㄹ개ㅡ httpd\nCOPY index.html ${htdocs}`, ['keyboard-korean']],
  ['another image', `FROM apache\nCOPY index.html ${htdocs}`, ['base-wrong']],
  ['a misspelt tag', `FROM httpd:lastest\nCOPY index.html ${htdocs}`, ['base-wrong']],
  ['words that change places', `FROM httpd\nCOPY ${htdocs}/ index.html`, ['copy-swapped']],
  [
    'two mistakes in one word',
    `FORM\u3000httpd\nCOPY index.html ${htdocs}`,
    ['instruction-misspelt', 'letter-other'],
  ],
  ['no path in the image', 'FROM httpd\nCOPY index.html', ['copy-target-wrong']],
  [
    'the path of a container',
    `FROM httpd\nCOPY index.html apa000ex22:${htdocs}/`,
    ['copy-target-wrong'],
  ],
  [
    'a folder that Apache does not show',
    'FROM httpd\nCOPY index.html /var/www/html/',
    ['copy-target-wrong'],
  ],
  ['the folder above', 'FROM httpd\nCOPY index.html .', ['copy-target-wrong']],
  [
    'the folder before the file',
    `FROM httpd\nCOPY apa_folder/index.html ${htdocs}`,
    ['copy-source-missing'],
  ],
  [
    'the path on this computer',
    `FROM httpd\nCOPY /Users/kim/apa_folder/index.html ${htdocs}`,
    ['copy-source-missing'],
  ],
  ['another case', `FROM httpd\nCOPY INDEX.html ${htdocs}`, ['copy-source-missing']],
  ['a path of Windows', `FROM httpd\nCOPY .\\index.html ${htdocs}`, ['backslash']],
  ['RUN cp', `FROM httpd\nRUN cp index.html ${htdocs}`, ['copy-by-run']],
  ['FROM at the end', `COPY index.html ${htdocs}\nFROM httpd`, ['from-first']],
  [
    'a web page and a terminal',
    `\`\`\`\nFROM httpd\nCOPY index.html ${htdocs}\n\`\`\`\n$ docker build .`,
    ['pasted', 'pasted', 'pasted'],
  ],
  [
    'comments of another language',
    `// 실습\nFROM httpd\nCOPY index.html ${htdocs} // 복사`,
    ['comment', 'comment'],
  ],
  ['an open quote', `FROM httpd\nCOPY "index.html ${htdocs}`, ['quote']],
  ['one line for two', `FROM httpd COPY index.html ${htdocs}`, ['lines-joined']],
  ['two lines for one', `FROM httpd\nCOPY index.html\n${htdocs}`, ['line-broken']],
  ['only FROM', 'FROM httpd\n', ['line-missing']],
  [
    'no instructions',
    `httpd\nindex.html ${htdocs}\n`,
    ['instruction-missing', 'instruction-missing'],
  ],
  [
    'a text of the reader',
    `FROM httpd\n이 줄은 메모입니다\nCOPY index.html ${htdocs}\n`,
    ['line-unknown'],
  ],
])(
  '%s: each mistake is told, and its change makes the Dockerfile right',
  async (_, text, codes) => {
    write(text);
    const found = await problems();
    expect(found.map(({ code }) => code)).toEqual(codes.map((code) => `dockerfile-${code}`));
    const lines = text.split(/\r?\n/);
    const edits = found.flatMap((problem) => problem.edits ?? []);
    for (const { line, before } of edits)
      expect(lines.slice(line - 1, line - 1 + before.length)).toEqual(before);
    write(edited(lines, edits).join('\n'));
    expect(await problems()).toEqual([]);
  },
);

it('a page under another name is right when it is there', async () => {
  write(`FROM httpd\nCOPY ["내 페이지.html", "${htdocs}/index.html"]\n`);
  expect((await problems()).map(({ code }) => code)).not.toEqual([]);
  writeFileSync(join(dir, 'apa_folder/내 페이지.html'), 'hi');
  expect(await problems()).toEqual([]);
});

it('files that are missing come first, both of them', async () => {
  rmSync(join(dir, from.page));
  const found = await problems();
  expect(found.map(({ code, values }) => [code, values['file']])).toEqual([
    ['file-missing', from.recipe],
    ['file-missing', from.page],
  ]);
  rmSync(join(dir, 'apa_folder'), { recursive: true });
  const commands = (await problems()).flatMap(
    (problem) =>
      problem.describe({ ...otherMachine, system: 'windows', shell: 'cmd' }).remedy.commands,
  );
  expect(commands).toEqual([
    'mkdir apa_folder',
    'notepad apa_folder\\Dockerfile.',
    'notepad apa_folder\\index.html',
  ]);
});

it('the UTF-16 of PowerShell is told, and comments in CP949 do no harm', async () => {
  write(Buffer.from('\uFEFFFROM httpd\n', 'utf16le'));
  expect(await problems()).toMatchObject([{ code: 'file-encoding' }]);
  write(
    Buffer.concat([
      Buffer.from([0x23, 0xc0, 0xa5]),
      Buffer.from(`\nFROM httpd\nCOPY . ${htdocs}\n`),
    ]),
  );
  expect(await problems()).toEqual([]);
});

it('a long text that is no Dockerfile is told in one sentence, without a guess', async () => {
  write('<html>\n'.repeat(2_000));
  expect(await problems()).toMatchObject([{ code: 'dockerfile-other' }]);
});
