import { need, run } from './process';

it('collects what a program prints, and its exit code', async () => {
  const script = 'read -r line; echo "got $line"; echo oops >&2; exit 7';
  await expect(run('sh', ['-c', script], { input: '안녕\n' })).resolves.toEqual({
    code: 7,
    stdout: 'got 안녕\n',
    stderr: 'oops\n',
  });
});

it('gives a signal the exit code that a shell gives it', async () => {
  expect((await run('sh', ['-c', 'kill -TERM $$'])).code).toBe(143);
});

it('rejects a program that is not there', async () => {
  await expect(run('no-such-program', [])).rejects.toThrow('ENOENT');
});

it('says what a needed program printed when it fails', async () => {
  await expect(need('sh', ['-c', 'echo why >&2; exit 3'])).rejects.toThrow(/exit 3\nwhy/);
  await expect(need('echo', ['well'])).resolves.toBe('well\n');
});
