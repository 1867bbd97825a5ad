import { onPosix } from '../../../testbed/programs/posix';
import { askProgram } from './ask-program';

const sh = (script: string, options = {}) => askProgram('sh', ['-c', script], options);

onPosix('gives the exit code and both outputs', async () => {
  const script = 'echo "$ASKED"; echo said >&2; exit 3';
  expect(await sh(script, { env: { ASKED: 'this' } })).toEqual({
    code: 3,
    stdout: 'this\n',
    stderr: 'said\n',
  });
});

onPosix('a program that reads its input finds the end of it', async () => {
  expect(await sh('cat')).toMatchObject({ code: 0, stdout: '' });
});

onPosix('names a program that is missing', async () => {
  await expect(askProgram('no-such-program', [])).rejects.toMatchObject({
    code: 'program-missing',
    values: { program: 'no-such-program' },
  });
});

onPosix(
  'ends a program that says nothing in time, and does not wait for its children',
  async () => {
    await expect(sh('sleep 20 & wait', { timeout: 200 })).rejects.toMatchObject({
      code: 'program-not-answering',
      values: { seconds: '0.2' },
    });
  },
);

onPosix('ends a program that says more than the limit', async () => {
  await expect(sh('cat /dev/zero', { limit: 1_000 })).rejects.toMatchObject({
    code: 'answer-too-large',
  });
});

onPosix('tells by what a program was ended', async () => {
  await expect(sh('kill -9 $$')).rejects.toMatchObject({
    code: 'command-failed',
    values: { said: 'ended by SIGKILL' },
  });
});
