import { onPosix } from './posix';
import { need, run } from './process';

onPosix('collects the output of a program, and its exit code', async () => {
  const script = 'read -r line; echo "got $line"; echo oops >&2; exit 7';
  await expect(run('sh', ['-c', script], { input: '안녕\n' })).resolves.toEqual({
    code: 7,
    stdout: 'got 안녕\n',
    stderr: 'oops\n',
  });
});

onPosix('gives for a signal the same exit code as a shell', async () => {
  expect((await run('sh', ['-c', 'kill -TERM $$'])).code).toBe(143);
});

it('rejects for a program that does not exist', async () => {
  await expect(run('no-such-program', [])).rejects.toThrow('ENOENT');
});

onPosix('need fails with the output of the program when that fails', async () => {
  await expect(need('sh', ['-c', 'echo why >&2; exit 3'])).rejects.toThrow(/exit 3\nwhy/);
  await expect(need('echo', ['well'])).resolves.toBe('well\n');
});
