import { run } from './process';

it('of what a program says beside its answer, the end is kept', async () => {
  const script = 'process.stdout.write("answer"); process.stderr.write("a".repeat(3e5) + "end")';
  const { stdout, stderr } = await run(process.execPath, ['-e', script]);
  expect(stdout).toBe('answer');
  expect(stderr).toBe(`${'a'.repeat(64 * 1_024 - 3)}end`);
});

it('a program that says too much beside its answer is ended where its answer has a limit', async () => {
  const script = 'process.stderr.write("a".repeat(2 ** 21))';
  const said = run(process.execPath, ['-e', script], { limit: 2 ** 22 });
  await expect(said).rejects.toMatchObject({
    code: 'answer-too-large',
    values: { limit: '1024 KiB' },
  });
});
