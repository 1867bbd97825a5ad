import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { otherMachine } from '../system';
import { fileFailure } from './file-failure';
import { files, writeNew } from './files';

const folder = mkdtempSync(join(tmpdir(), 'dkkb-refused-'));
afterAll(() => rmSync(folder, { recursive: true }));

// An error as Node makes it; Windows gives these codes for a file that an editor holds open.
const refused = (code: string, syscall = 'unlink', path: string | undefined = 'C:\\a\\b.yml') =>
  Object.assign(new Error(code), { code, syscall, path });

it.each(['EBUSY', 'EPERM', 'EACCES'])(
  'on Windows, %s means that a program holds the file',
  (code) => {
    const problem = fileFailure(refused(code))?.problem;
    const { message } =
      problem?.describe({ ...otherMachine, system: 'windows', shell: 'cmd' }) ?? {};
    expect(problem?.code).toBe('file-refused');
    expect(message?.en).toMatch(/Another program.*C:\\a\\b\.yml/);
  },
);

it('elsewhere, EACCES is a matter of permission, and EBUSY of another program', () => {
  const said = (code: string) =>
    fileFailure(refused(code))?.problem.describe(otherMachine).message.en;
  expect(said('EACCES')).toMatch(/permission/);
  expect(said('EBUSY')).toMatch(/Another program/);
});

it('a folder that cannot be listed lacks the right to read, a file that cannot be removed another one', () => {
  const said = (syscall: string) =>
    fileFailure(refused('EACCES', syscall, '/srv/a b'))?.problem.describe(otherMachine);
  expect(said('scandir')).toMatchObject({
    message: { ko: '이 파일이나 폴더를 읽을 권한이 없습니다: /srv/a b (EACCES)' },
    remedy: { commands: ["ls -ld '/srv/a b'", "chmod u+rX '/srv/a b'"] },
  });
  expect(said('unlink')?.message.ko).toContain('쓸 권한이 없습니다');
});

it.each([
  ['a program that cannot be started', refused('EACCES', 'spawn docker')],
  ['a socket', refused('EACCES', 'connect')],
  ['an error without a path', Object.assign(new Error('x'), { code: 'EPERM', syscall: 'kill' })],
  ['another code', refused('ENOSPC')],
  ['a file that is not there', refused('ENOENT', 'open', `C:\\${'a'.repeat(255)}`)],
  ['something that is no error', 'EPERM'],
])('leaves %s alone', (_, error) => {
  expect(fileFailure(error)).toBeUndefined();
});

it('a name that is too long for Windows is not told as missing', () => {
  const error = refused('ENOENT', 'open', `C:\\${'a'.repeat(256)}\\b.yml`);
  expect(fileFailure(error)).toMatchObject({ code: 'path-too-long' });
});

it('a path that is too long is told, when it is written and when it is read', async () => {
  const path = join(folder, 'a'.repeat(300));
  await expect(writeNew(path, '')).rejects.toMatchObject({ code: 'path-too-long' });
  await expect(files.bytes(path)).rejects.toMatchObject({ code: 'path-too-long' });
  await expect(files.kind(path)).rejects.toMatchObject({ code: 'path-too-long' });
});
