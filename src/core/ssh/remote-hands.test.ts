import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describeOnPosix } from '../../../testbed/programs/posix';
import type { Finished, RunOptions } from '../machine/process';
import type { SshConnection } from './ssh';
import { remoteFiles } from './remote-files';
import { remoteHands } from './remote-hands';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dkkb-hands-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function run(program: string, args: readonly string[], { input = '' }: RunOptions): Finished {
  const { status, stdout, stderr } = spawnSync(program, args, { input, encoding: 'utf8' });
  return { code: status ?? 1, stdout, stderr };
}

/** Runs what is sent with the shell of this machine; `change` stands for what happens on the way. */
function handsOver(change: (options: RunOptions) => RunOptions = (options) => options) {
  const connection = {
    run: (program: string, args: readonly string[], options: RunOptions = {}) =>
      Promise.resolve(run(program, args, change(options))),
  } as unknown as SshConnection;
  return remoteHands(connection, remoteFiles(connection));
}

/** A machine that answers each command with these words, as recorded from Debian 12. */
function handsThatSay(stderr: string) {
  const connection = {
    run: () => Promise.resolve({ code: 1, stdout: '', stderr }),
  } as unknown as SshConnection;
  return remoteHands(connection, remoteFiles(connection));
}

const names = ['index.html', '내 파일 1.html', "it's $(id) `id`.html", '-rf', 'two\nlines'];

describeOnPosix('the files of another machine', () => {
  it.each(names)('a new file %j is written with its folders, and removed', async (name) => {
    const hands = handsOver();
    const path = join(folder, 'a b', 'c', name);
    const made = await hands.missingFolders(join(folder, 'a b', 'c'));
    expect(made).toEqual([join(folder, 'a b'), join(folder, 'a b', 'c')]);
    await hands.writeNew(path, '안녕\n');
    expect(readFileSync(path, 'utf8')).toBe('안녕\n');
    expect(readdirSync(join(folder, 'a b', 'c'))).toEqual([name]);
    await hands.removeFile(path);
    for (const one of made.reverse()) await hands.removeEmptyFolder(one);
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each<[string, (path: string) => void]>([
    ['a file', (path) => writeFileSync(path, 'mine')],
    ['a folder', (path) => mkdirSync(path)],
    ['a link that leads nowhere', (path) => symlinkSync('nowhere', path)],
    ['a link to a folder', (path) => symlinkSync('.', path)],
  ])('%s of the reader is not written over', async (_what, make) => {
    const path = join(folder, 'index.html');
    make(path);
    const before = readdirSync(folder, { recursive: true });
    await expect(handsOver().writeNew(path, 'ours')).rejects.toMatchObject({
      code: 'command-failed',
      values: { said: 'File exists' },
    });
    expect(readdirSync(folder, { recursive: true })).toEqual(before);
  });

  it('a connection that breaks in the middle of a file leaves nothing of it', async () => {
    const half = handsOver(({ input = '', ...rest }) => ({ ...rest, input: input.slice(0, 3) }));
    const path = join(folder, 'index.html');
    await expect(half.writeNew(path, 'all of it')).rejects.toMatchObject({
      values: { said: 'the connection ended' },
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('a folder with something in it, and a link to a folder, stay', async () => {
    const hands = handsOver();
    mkdirSync(join(folder, 'full'));
    writeFileSync(join(folder, 'full', 'mine'), '');
    mkdirSync(join(folder, 'empty'));
    symlinkSync('empty', join(folder, 'link'));
    for (const name of ['full', 'link', 'none']) await hands.removeEmptyFolder(join(folder, name));
    expect(readdirSync(folder)).toEqual(['empty', 'full', 'link']);
  });

  it('a program runs in the folder that is named', async () => {
    mkdirSync(join(folder, '내 실습'));
    const { stdout } = await handsOver().run('pwd', [], { cwd: join(folder, '내 실습') });
    expect(stdout).toBe(`${join(folder, '내 실습')}\n`);
  });
});

it.each([
  ['cat: write error: No space left on device', 'remote-disk-full'],
  ['sh: 4: cannot create /root/x: Permission denied', 'file-refused'],
  ['mkdir: cannot create directory: Read-only file system', 'file-refused'],
])('a machine that says "%s" gives %s', async (said, code) => {
  await expect(handsThatSay(said).writeNew('/home/kim/x', 'y')).rejects.toMatchObject({ code });
});
