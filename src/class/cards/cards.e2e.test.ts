// @circle all @needs browser
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { need, run } from '../../../testbed/programs/process';

// The runtime's packages are ES modules, which this project's jest does not load.
const program = `
  const [, bundle, students, folder, language] = process.argv;
  require(bundle)
    .makeCards(JSON.parse(students), folder, language)
    .then(({ unprinted }) => console.log(unprinted?.message ?? 'printed'));`;

let folder: string;
let bundle: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dkkb cards '));
  bundle = join(folder, 'cards.cjs');
  await need('npx', [
    ...['esbuild', join(__dirname, 'cards.ts'), '--bundle', '--platform=node', '--format=cjs'],
    ...['--log-level=error', `--outfile=${bundle}`],
  ]);
});
afterAll(() => rmSync(folder, { recursive: true }));

const secret = '-----BEGIN OPENSSH PRIVATE KEY-----\nsecret\n-----END OPENSSH PRIVATE KEY-----\n';
const students = ['김철수', '<b>$(reboot)</b>', '../x', 'Lee', 'Park'].map((name, index) => ({
  name,
  user: 'ubuntu',
  host: `203.0.113.${index + 1}`,
  privateKey: secret,
}));
const make = (into: string, language: string, env = {}) =>
  run(process.execPath, ['-e', program, bundle, JSON.stringify(students), into, language], {
    env: { ...process.env, ...env },
  });

it('prints the cards in Korean with a font that has Hangul, four on a sheet', async () => {
  const out = join(folder, '카드');
  expect(await make(out, 'ko')).toMatchObject({ code: 0 });
  const pdf = join(out, 'cards.pdf');
  const text = await need('pdftotext', ['-layout', pdf, '-']);
  for (const word of ['김철수', '<b>$(reboot)</b>', '../x', '시작하기', '203.0.113.5'])
    expect(text).toContain(word);
  expect(text.split('\f').filter((sheet) => sheet.trim())).toHaveLength(2);
  expect(await need('pdffonts', [pdf])).toMatch(/Nanum|Noto/);
});

it('makes files that only the owner can read, with private keys only in the archives', async () => {
  const out = join(folder, '카드');
  expect(statSync(out).mode & 0o777).toBe(0o700);
  const files = readdirSync(out).sort();
  expect(files).toEqual(
    ['Lee', 'Park', 'b-reboot-b', 'x', '김철수']
      .map((name) => `${name}.tar.gz`)
      .concat('cards.html', 'cards.pdf')
      .sort(),
  );
  for (const file of files) expect(statSync(join(out, file)).mode & 0o777).toBe(0o600);
  expect(readFileSync(join(out, 'cards.html'), 'utf8')).not.toContain('secret');
});

it('gives each student an archive that unpacks to a usable key and configuration', async () => {
  const archive = join(folder, '카드', '김철수.tar.gz');
  await need('tar', ['-xf', archive, '-C', folder]);
  const own = join(folder, '김철수');
  expect(readFileSync(join(own, 'key'), 'utf8')).toBe(secret);
  expect(statSync(join(own, 'key')).mode & 0o777).toBe(0o600);
  const config = await need('ssh', ['-G', '-F', 'ssh_config', 'practice'], { cwd: own });
  expect(config).toMatch(/^hostname 203\.0\.113\.1$/m);
  expect(config).toMatch(/^identityfile key$/m);
  const card = readFileSync(join(own, 'card.html'), 'utf8');
  expect(card).toContain('김철수');
  expect(card).not.toContain('203.0.113.2');
});

it('replaces the cards of an earlier run', async () => {
  const out = join(folder, '카드');
  expect(await make(out, 'en')).toMatchObject({ code: 0 });
  const text = await need('pdftotext', [join(out, 'cards.pdf'), '-']);
  expect(text).toContain('How to begin');
});

it('makes everything except the PDF without a browser, and says so', async () => {
  const out = join(folder, 'no-browser');
  expect(await make(out, 'en', { DKKB_BROWSER: 'no-such-browser' })).toMatchObject({
    code: 0,
    stdout: 'browser-missing {"program":"no-such-browser"}\n',
  });
  expect(readdirSync(out)).toContain('cards.html');
  expect(readdirSync(out)).not.toContain('cards.pdf');
});
