// @circle all @needs aws browser
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { TestClass, upNow } from '../../../../testbed/class/class';
import { need, type Finished } from '../../../../testbed/programs/process';

interface Cards {
  readonly folder: string;
  readonly html: string | null;
  readonly pdf: string | null;
  readonly cards: readonly { id: string; name: string; address: string; archive: string }[];
  readonly missing: readonly { id: string; reason: string }[];
  readonly problems: readonly { code: string }[];
}

let own: TestClass;
beforeAll(async () => {
  own = await TestClass.start();
});
afterAll(() => own.stop());

const told = ({ stdout }: Finished) => JSON.parse(stdout) as Cards;
const cards = (...words: string[]) => own.run(['cards', ...words]);
const idsOf = (all: readonly { id: string }[]) => all.map(({ id }) => id);

it('makes nothing while no student has a VM, and names the students without one', async () => {
  own.configure(['kim', '이영희']);
  const { code, stdout } = await cards();
  expect({ code, stdout }).toEqual({
    code: 1,
    stdout: expect.stringMatching(/kim.*no VM[^]*이영희.*no VM[^]*dkkb class up/),
  });
  expect(existsSync(own.at('cards'))).toBe(false);
});

it('makes the cards of those who have a VM, and names the others', async () => {
  const vms = await own.vms(upNow);
  own.configure(['kim', '이영희', 'zoe']);
  const done = await cards('-o', 'json');
  expect(done.code).toBe(1);
  const { folder, pdf, cards: made, missing } = told(done);
  expect(folder).toBe(own.at('cards'));
  expect(missing).toEqual([{ id: 'zoe', name: 'zoe', reason: 'no-vm' }]);
  expect(made.map(({ id, address }) => ({ id, address }))).toEqual(
    vms.map(({ id, address }) => ({ id, address })),
  );
  const text = await need('pdftotext', ['-layout', pdf ?? '', '-']);
  for (const { name, address = '' } of vms)
    for (const part of [name, `ssh -i key ubuntu@${address}`]) expect(text).toContain(part);
});

it('gives each student the key of their own VM, in files that only the owner can read', async () => {
  const folder = own.at('cards');
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  for (const file of readdirSync(folder))
    expect([file, statSync(join(folder, file)).mode & 0o777]).toEqual([file, 0o600]);
  await need('tar', ['-xf', join(folder, '이영희.tar.gz'), '-C', own.folder]);
  const key = await need('ssh-keygen', ['-y', '-f', own.at('이영희', 'key')]);
  const kept = readdirSync(own.kept('keys')).find((name) =>
    /^[a-z].*-[0-9a-f]{6}\.pub$/.test(name),
  );
  expect(readFileSync(own.kept('keys', kept ?? ''), 'utf8').trim()).toBe(key.trim());
  const html = readFileSync(join(folder, 'cards.html'), 'utf8');
  expect(html).not.toContain('PRIVATE KEY');
});

it('deletes the archive of a student who has left, and makes Korean cards where asked', async () => {
  own.configure(['kim']);
  const { code, stdout } = await cards('--lang', 'ko');
  expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining('카드 1장') });
  expect(readdirSync(own.at('cards')).filter((name) => !name.startsWith('.'))).toEqual([
    'cards.html',
    'cards.pdf',
    'kim.tar.gz',
  ]);
  expect(readFileSync(own.at('cards', 'cards.html'), 'utf8')).toContain('시작하기');
});

it('keeps the folder out of a repository around it', async () => {
  await need('git', ['init', '-q', own.folder]);
  const status = await need('git', ['status', '--porcelain', '-uall'], { cwd: own.folder });
  expect(status).not.toContain('cards/');
});

it('does not touch a folder with other files, and names those files', async () => {
  mkdirSync(own.at('mine'));
  writeFileSync(own.at('mine', 'cards.html'), 'my own');
  const { code, stdout } = await cards('--to', 'mine', '-o', 'json');
  expect({ code, stdout }).toEqual({ code: 3, stdout: expect.stringContaining('folder-in-way') });
  expect(readdirSync(own.at('mine'))).toEqual(['cards.html']);
  expect(readFileSync(own.at('mine', 'cards.html'), 'utf8')).toBe('my own');
});

it('makes everything except the PDF without a browser, and deletes an old PDF', async () => {
  const done = await own.run(['cards', '-o', 'json'], { DKKB_BROWSER: 'no-such-browser' });
  expect(done.code).toBe(3);
  const { pdf, html, cards: made, problems } = told(done);
  expect({ pdf, made: idsOf(made) }).toEqual({ pdf: null, made: ['kim'] });
  expect(problems).toMatchObject([{ code: 'browser-missing' }]);
  expect(existsSync(html ?? '')).toBe(true);
  expect(existsSync(own.at('cards', 'cards.pdf'))).toBe(false);
});

it('names a student whose private key is not on this machine', async () => {
  await need('mv', [own.kept('keys', 'kim'), own.at('kim.away')]);
  const { code, stdout } = await cards();
  await need('mv', [own.at('kim.away'), own.kept('keys', 'kim')]);
  expect({ code, stdout }).toEqual({
    code: 1,
    stdout: expect.stringMatching(/private key[^]*up --replace kim/),
  });
});
